import { readdirSync, readFileSync } from 'node:fs';

/** A process of this machine, told from a later one of the same number by when it began. */
export interface Process {
  readonly pid: number;
  readonly begun: string;
}

interface Entry extends Process {
  readonly parent: number;
  readonly program: string;
  /** The program and its arguments. */
  readonly command: readonly string[];
  /** Of processor time. */
  readonly seconds: number;
}

export type Descendant = Omit<Entry, 'parent'>;

/** What /proc counts in. */
const ticksPerSecond = 100;

/** All processes below another one, nearest first. Linux only: it reads /proc. */
export function descendantsOf(pid: number): readonly Descendant[] {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map((name) => read(Number(name))).filter((entry) => entry !== undefined);
  const found: Entry[] = [];
  for (let parents = [pid]; parents.length > 0; ) {
    const children = all.filter(({ parent }) => parents.includes(parent));
    found.push(...children);
    parents = children.map((child) => child.pid);
  }
  return found;
}

export function isAlive({ pid, begun }: Process): boolean {
  return read(pid)?.begun === begun;
}

/** What /proc says of a process; nothing for one that is gone or only waits to be counted. */
function read(pid: number): Entry | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z') return undefined;
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    return { pid, parent: Number(fields[1]), begun: fields[19] ?? '', program: command[0] ?? '', command, seconds: (Number(fields[11]) + Number(fields[12])) / ticksPerSecond };
  } catch {
    return undefined;
  }
}

/** The programs of all processes whose limit of real-time work is `mark`, which nobody has unless it was given to them or a parent. */
export function processesWithMark(mark: number): readonly string[] {
  if (process.platform !== 'linux') return [];
  const marked = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && bearsMark(name, mark));
  return marked.map((pid) => read(Number(pid))?.program).filter((program) => program !== undefined);
}

function bearsMark(pid: string, mark: number): boolean {
  try {
    return new RegExp(`^Max realtime timeout +${mark} `, 'm').test(readFileSync(`/proc/${pid}/limits`, 'utf8'));
  } catch {
    return false;
  }
}
