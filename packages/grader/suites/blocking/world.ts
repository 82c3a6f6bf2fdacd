import { pbkdf2Sync } from 'node:crypto';
import { assert, type Lab, type Text } from '@teatime/grader/kit';
import { says } from './says.ts';

export interface File {
  readonly path: string;
  readonly text: string;
}

/** Lays files on the simulated disk, instead of those that were there. */
export function put(lab: Lab, files: readonly File[]): void {
  lab.world({ files: Object.fromEntries(files.map(({ path, text }) => [path, text])) });
}

/** A disk with texts that nobody can guess, and that takes so long to read one. */
export function shelf(lab: Lab, { count, readMs }: { count: number; readMs: number }): readonly [File, ...File[]] {
  const [first = '', ...others] = lab.names(count).map((name) => `${name}.txt`);
  const file = (path: string, index: number): File => ({ path, text: `${lab.text()}, 乌龙茶两勺, ${60 + index} °C\n` });
  const files = [file(first, 0), ...others.map((path, i) => file(path, i + 1))] as const;
  put(lab, files);
  lab.world({ readMs });
  return files;
}

/** How long a file or a hash takes. */
export const cost = (lab: Lab): number => lab.duration({ from: 120 });

export interface Credentials {
  readonly password: string;
  readonly salt: string;
}

export interface Login extends Credentials {
  /** What hashPassword has to give. */
  readonly hash: string;
}

export function login(password: string, salt: string): Login {
  return { password, salt, hash: hashOf(password, salt) };
}

const hashOf = (password: string, salt: string): string => pbkdf2Sync(password, salt, 10_000, 32, 'sha256').toString('hex');

/**
 * Virtual time does not see what is computed on the thread itself; the processor time of that thread does. By hand the same
 * hashes take twenty times as long as the suite needs for them, and the right way as long. What a call costs besides is
 * a millisecond or two, and several hashes outweigh it.
 *
 * @param before what the thread had done before the first of them
 * @returns what to say of it; undefined where it is no more than it has to be
 */
export function workOnTheThread(lab: Lab, logins: readonly Login[], before: number | undefined): Text | undefined {
  const after = lab.workedMs();
  if (before === undefined || after === undefined) return undefined;
  const [{ password, salt } = someLogin(lab)] = logins;
  const own = logins.length * lab.workOf(() => hashOf(password, salt));
  const worked = after - before;
  return worked <= 6 * own + 10 ? undefined : says.worksOnTheThread(`hashPassword('${password}', '${salt}')`, Math.round(worked / logins.length));
}

export const someLogin = (lab: Lab): Login => login(somePassword(lab), someSalt(lab));

export const somePassword = (lab: Lab): string => `${lab.random.pick(['sesame', '芝麻开门', 'tea4two'])}-${lab.random.int(100_000, 999_999)}`;

export const someSalt = (lab: Lab): string => `salt-${lab.random.int(100_000, 999_999)}`;

export function requireHash(login: Login, got: unknown, others: readonly Login[]): void {
  const mistaken = others.find(({ hash }) => hash === got);
  assert(got === login.hash, mistaken ? says.hashOfAnother(login, mistaken) : says.wrongHash(login, got));
}
