import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createHash, randomBytes, randomInt } from 'node:crypto';
import { once } from 'node:events';
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { processesWithMark } from '../support/processes.ts';
import { repository } from '../support/repository.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import type { TemporaryFolder } from '../support/temporary-folder.ts';
import type { Aftermath, ArenaOrder } from './arena.ts';
import type { Attack } from './attacks.ts';
import { listenEverywhere } from './contacts.ts';
import type { Contacts } from './contacts.ts';

/** The world around the arena, set up so that whatever an attack does to it shows. */
export interface Outside extends AsyncDisposable {
  /** What came of an attack. */
  aftermathOf(attack: Attack): Promise<Aftermath>;
  /** What an environment holds that nobody may learn. */
  readonly secrets: readonly string[];
  /** All that the arena wrote to its terminal, once it has ended. */
  readonly printed: Promise<string>;
  /** Programs that the arena or something below it has started, and that still run once it has ended. */
  leftRunning(): Promise<readonly string[]>;
  /** Files that are not what they were before. */
  changedFiles(): Promise<readonly string[]>;
  /** Who was reached over a network or a socket. */
  contacts(): Promise<readonly string[]>;
}

const arenaProcess = fileURLToPath(new URL('./arena-process.ts', import.meta.url));
const secretNames = ['TEATIME_TEST_SECRET', 'GITHUB_TOKEN', 'NPM_TOKEN', 'AWS_SECRET_ACCESS_KEY'];
/** Vitest gives every user a file with this name, once. */
const vitestToken = '.vitest-secret-token';

/** Lets attacks fight in an arena that stands in a world of its own. */
export async function surround(attacks: readonly Attack[], withBubblewrap: boolean): Promise<Outside> {
  const secrets = Object.fromEntries([...secretNames, vitestToken].map((name) => [name, randomBytes(20).toString('hex')]));
  const folder = await temporaryFolder({
    'home/.npmrc': 'canary', 'home/github-env': 'canary', 'tmp/canary': 'canary', 'cwd/canary': 'canary',
    [`home/.local/share/vitest/${vitestToken}`]: secrets[vitestToken] ?? '',
  });
  const contacts = await listenEverywhere(join(folder.path, 'socket'));
  for (const attack of attacks) await handIn(attack, folder, contacts);
  const before = allFiles(folder.path);
  const mark = 10 ** 14 + randomInt(2 ** 47);
  const arena = startArena(folder.path, secrets, mark);
  const ended = once(arena, 'exit');
  const printed = Promise.all([arena.stdout, arena.stderr].map(textOf)).then((parts) => parts.join(''));
  const aftermaths = collect(arena, ended);
  const order: ArenaOrder = {
    withBubblewrap,
    stage: join(folder.path, 'stage'),
    attacks: attacks.map(({ name, exercise, course }) => ({ name, exercise, course })),
  };
  arena.send(order);
  return {
    aftermathOf: aftermaths.of,
    secrets: Object.values(secrets),
    printed,
    async leftRunning() {
      await ended;
      return processesWithMark(mark);
    },
    async changedFiles() {
      await ended;
      const after = allFiles(folder.path);
      return [...new Set([...before.keys(), ...after.keys()])].filter((file) => before.get(file) !== after.get(file));
    },
    async contacts() {
      await ended;
      return contacts.noted;
    },
    async [Symbol.asyncDispose]() {
      arena.kill('SIGKILL');
      await ended;
      await contacts[Symbol.asyncDispose]();
      await folder[Symbol.asyncDispose]();
    },
  };
}

/** Writes an attack where an answer would be, with a file beside it that is nobody's business. */
async function handIn({ name, exercise, code }: Attack, folder: TemporaryFolder, { addresses }: Contacts): Promise<void> {
  const names = { ...addresses, HOME_FOLDER: join(folder.path, 'home'), TMP_FOLDER: join(folder.path, 'tmp') };
  const aimed = Object.entries(names).reduce((aimedSoFar, [word, meaning]) => aimedSoFar.replaceAll(word, meaning), code);
  const armed = aimed.replaceAll(/TIMES\((\d+),"([^"]*)"\)/g, (_, times: string, text: string) => text.repeat(Number(times)));
  await folder.write(join('stage', name, exercise, `${exercise}.ts`), armed);
  await folder.write(join('stage', name, exercise, 'canary'), 'canary');
}

/**
 * Starts the arena. All processes below it bear its mark, whoever their parents are later and whatever they do to their
 * environment: a limit that nobody reaches goes on from process to process.
 */
function startArena(folder: string, secrets: Readonly<Record<string, string>>, mark: number): ChildProcess {
  const isMarked = process.platform === 'linux';
  const marking = isMarked ? [`--rttime=${mark}:${mark}`, '--', process.execPath] : [];
  return spawn(isMarked ? 'prlimit' : process.execPath, [...marking, arenaProcess], {
    cwd: join(folder, 'cwd'),
    env: {
      ...Object.fromEntries(secretNames.map((name) => [name, secrets[name]])),
      PATH: process.env['PATH'],
      HOME: join(folder, 'home'),
      TMPDIR: join(folder, 'tmp'),
      GITHUB_ENV: join(folder, 'home/github-env'),
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
}

async function textOf(stream: Readable | null): Promise<string> {
  return stream ? await text(stream) : '';
}

/** Gives each aftermath to whoever asked for it, or the news that the arena has ended before. */
function collect(arena: ChildProcess, ended: Promise<unknown>): { of(attack: Attack): Promise<Aftermath> } {
  const arrivals = new Map<string, PromiseWithResolvers<Aftermath>>();
  const arrivalOf = (name: string): PromiseWithResolvers<Aftermath> => {
    const arrival = arrivals.get(name) ?? Promise.withResolvers<Aftermath>();
    arrivals.set(name, arrival);
    return arrival;
  };
  arena.on('message', (aftermath: Aftermath) => arrivalOf(aftermath.attack).resolve(aftermath));
  const over = ended.then(() => Promise.reject(new Error('the arena has ended')));
  over.catch(() => {});
  return { of: ({ name }) => Promise.race([arrivalOf(name).promise, over]) };
}

/** Every file that attacks have no business with, and what it is. */
function allFiles(folder: string): ReadonlyMap<string, string> {
  const own = ['home', 'tmp', 'cwd', 'stage'].flatMap((name) => filesIn(join(folder, name)));
  const course = ['packages/grader/suites', 'packages/solutions', 'packages/grader/test/small-course'].flatMap((name) => filesIn(join(repository, name)));
  return new Map([...own, ...course, ...traces()].map((file) => [file, stateOf(file)]));
}

function filesIn(folder: string): readonly string[] {
  // In `.turbo`, other tasks of the same command write down what they say.
  const entries = readdirSync(folder, { withFileTypes: true }).filter(({ name }) => name !== '.turbo');
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() && entry.name !== 'node_modules' ? [path, ...filesIn(path)] : [path];
  });
}

/** Files that have the name which attacks give to what they write anywhere. */
function traces(): readonly string[] {
  return ['/tmp', '/dev/shm', '/', repository, join(repository, 'packages/grader')].flatMap((folder) =>
    namesIn(folder).filter((name) => name.includes('teatime-attack')).map((name) => join(folder, name)),
  );
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function stateOf(file: string): string {
  const { mode, mtimeMs } = lstatSync(file);
  // What a folder holds is compared by itself.
  if (!lstatSync(file).isFile()) return String(mode);
  return `${mode} ${mtimeMs} ${createHash('sha256').update(readFileSync(file)).digest('hex')}`;
}
