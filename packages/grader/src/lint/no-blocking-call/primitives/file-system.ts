import { primitivesOf, promiseTwin, replacing, withoutSync } from './primitive.ts';
import type { Primitive } from './primitive.ts';

/** Functions of `node:fs` whose twin in `node:fs/promises` takes the same arguments and resolves to the same result. */
export const fileTwins: ReadonlySet<string> = new Set([
  'accessSync',
  'appendFileSync',
  'chmodSync',
  'chownSync',
  'copyFileSync',
  'cpSync',
  'lchmodSync',
  'lchownSync',
  'linkSync',
  'lstatSync',
  'lutimesSync',
  'mkdirSync',
  'mkdtempSync',
  'opendirSync',
  'readFileSync',
  'readdirSync',
  'readlinkSync',
  'realpathSync',
  'renameSync',
  'rmSync',
  'rmdirSync',
  'statSync',
  'statfsSync',
  'symlinkSync',
  'truncateSync',
  'unlinkSync',
  'utimesSync',
  'writeFileSync',
]);

/** What works on an open file: `fsyncSync(fd)` is `handle.sync()` in `node:fs/promises`. */
const handleTwins = [
  'closeSync',
  'fchmodSync',
  'fchownSync',
  'fdatasyncSync',
  'fstatSync',
  'fsyncSync',
  'ftruncateSync',
  'futimesSync',
  'readSync',
  'readvSync',
  'writeSync',
  'writevSync',
];

const directoryMethods = ['closeSync', 'readSync'];

const directories = ['Dir()', 'opendirSync()', 'promises.opendir()'];

function directoryTwin(path: string): string {
  return `await directory.${withoutSync(path.slice(path.lastIndexOf('.') + 1))}()`;
}

/** What blocks in `node:fs`. Other names that end in `Sync` do too: see the catalogue. */
export const fileSystemPrimitives: readonly Primitive[] = [
  ...primitivesOf('fs', {
    ...replacing([...fileTwins], promiseTwin),
    ...replacing(handleTwins, (path) => `await handle.${withoutSync(path).replace(/^f/, '')}(…)`),
    ...replacing(
      directories.flatMap((directory) => directoryMethods.map((method) => `${directory}.${method}`)),
      directoryTwin,
    ),
    existsSync: 'await access(…)',
    globSync: 'for await (const path of glob(…))',
    'realpathSync.native': 'await realpath(…)',
  }),
  ...primitivesOf('fs/promises', replacing(directoryMethods.map((method) => `opendir().${method}`), directoryTwin)),
];
