/** What the process of a story tells the command when it begins to take Ctrl+C for itself. */
export const takesCtrlC = 'Ctrl+C is mine';

const asked: AbortController[] = [];

/** A signal that aborts at the next Ctrl+C that nobody has asked for yet. Those that nobody asks for end the process, as ever. */
export function nextCtrlC(): AbortSignal {
  const controller = new AbortController();
  asked.push(controller);
  if (asked.length === 1) {
    process.on('SIGINT', press);
    process.send?.(takesCtrlC);
  }
  return controller.signal;
}

function press(): void {
  const next = asked.shift();
  if (asked.length === 0) process.off('SIGINT', press);
  next?.abort();
}
