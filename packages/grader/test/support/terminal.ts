import { execFile, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { onTestFinished, vi } from 'vitest';

const run = promisify(execFile);

/** Whether this machine has the terminal that these tests drive. */
export const hasTmux = spawnSync('tmux', ['-V']).status === 0;

/** A terminal of 80 columns, with a program in it that a test types to. */
export interface Terminal {
  /** Presses keys, as tmux names them. */
  press(...keys: readonly string[]): Promise<void>;
  /** Waits until the screen shows the text, and returns the screen. */
  until(text: string): Promise<string>;
}

/** Runs a shell's command line in a terminal of its own; it is gone at the end of the test. */
export async function terminal(commandLine: string, cwd: string): Promise<Terminal> {
  const socket = `teatime-test-${randomUUID()}`;
  const tmux = async (...args: readonly string[]): Promise<string> => (await run('tmux', ['-L', socket, ...args])).stdout;
  await tmux('-f', '/dev/null', 'new-session', '-d', '-x', '80', '-y', '60', '-c', cwd, commandLine);
  await tmux('set-option', 'remain-on-exit', 'on');
  onTestFinished(() => tmux('kill-server').then(() => undefined, () => undefined));
  return {
    press: async (...keys) => {
      await tmux('send-keys', ...keys);
    },
    until: (text) =>
      vi.waitFor(
        async () => {
          const screen = await tmux('capture-pane', '-p');
          if (!screen.includes(text)) throw new Error(`waiting for '${text}', the screen shows:\n${screen}`);
          return screen;
        },
        { timeout: 300_000, interval: 100 },
      ),
  };
}
