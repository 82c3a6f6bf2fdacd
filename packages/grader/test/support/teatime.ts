import { spawn } from 'node:child_process';
import type { ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { smallCourse } from './small-course.ts';

/** The command for tests that start it themselves. */
export const graderOfCourse = fileURLToPath(new URL('./grader-of-course.ts', import.meta.url));

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Surroundings {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Whether it leads a process group of its own, which can be killed as a whole. */
  readonly detached?: boolean;
}

/** Runs the command as a user of the course that `cwd` lies in does, in English unless the environment says otherwise. */
export async function teatime(args: readonly string[], surroundings: Surroundings = {}): Promise<Outcome> {
  const child = startTeatime(args, surroundings);
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { code: typeof code === 'number' ? code : null, stdout, stderr };
}

export function startTeatime(
  args: readonly string[],
  { cwd = smallCourse, env, detached = false }: Surroundings = {},
): ChildProcessByStdio<null, Readable, Readable> {
  return spawn(process.execPath, [graderOfCourse, ...args], {
    cwd,
    env: { ...process.env, CI: undefined, npm_execpath: undefined, npm_config_user_agent: undefined, LC_ALL: 'en_US.UTF-8', NO_COLOR: undefined, FORCE_COLOR: undefined, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached,
  });
}
