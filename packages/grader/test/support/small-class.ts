import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { smallCourse } from './small-course.ts';
import { startTeatime } from './teatime.ts';
import type { Outcome, Surroundings } from './teatime.ts';
import { temporaryFolder } from './temporary-folder.ts';
import type { TemporaryFolder } from './temporary-folder.ts';

/** A folder `hand-ins` with so many students' answers to `tea`, right and wrong, no two of them the same. */
export async function smallClass(size: number): Promise<TemporaryFolder> {
  const right = await readFile(join(smallCourse, 'packages/solutions/tea/tea.ts'), 'utf8');
  const wrong = await readFile(join(smallCourse, 'packages/solutions/tea/wrong/one-after-another.ts'), 'utf8');
  const students = Array.from({ length: size }, (_, index) => [`hand-ins/s${String(index).padStart(3, '0')}/tea.ts`, `${index % 3 === 2 ? wrong : right}// ${index}\n`] as const);
  // One of them reads another language than the class.
  return temporaryFolder({ ...Object.fromEntries(students), 'roster.csv': 'name,language\ns001,zh-CN\n' });
}

/** A command that goes on while a test does other things. */
export interface Running {
  readonly pid: number;
  readonly printed: () => string;
  signal(signal: NodeJS.Signals): void;
  /** How it ended. */
  readonly outcome: Promise<Outcome>;
}

export function running(args: readonly string[], surroundings: Surroundings): Running {
  const child = startTeatime(args, surroundings);
  let printed = '';
  child.stdout.on('data', (data: Buffer) => (printed += data.toString()));
  const ended = async (): Promise<Outcome> => {
    const [stderr, [code]] = await Promise.all([text(child.stderr), once(child, 'close')]);
    return { code: typeof code === 'number' ? code : null, stdout: printed, stderr };
  };
  return { pid: child.pid ?? 0, printed: () => printed, signal: (signal) => child.kill(signal), outcome: ended() };
}
