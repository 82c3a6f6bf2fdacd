import { aWorker, asyncName, primitivesOf, replacing } from './primitive.ts';
import type { Primitive } from './primitive.ts';

/** Functions of `node:fs` whose twin in `node:fs/promises` takes the same arguments and resolves to the same result. */
export const fileTwins = [
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
] as const;

/** What `node:fs/promises` does through a file handle: `fsyncSync(fd)` is `await handle.sync()` there. */
const handleMethods: Readonly<Record<string, string>> = {
  closeSync: 'await handle.close()',
  fchmodSync: 'await handle.chmod(…)',
  fchownSync: 'await handle.chown(…)',
  fdatasyncSync: 'await handle.datasync()',
  fstatSync: 'await handle.stat()',
  fsyncSync: 'await handle.sync()',
  ftruncateSync: 'await handle.truncate(…)',
  futimesSync: 'await handle.utimes(…)',
  readSync: 'await handle.read(…)',
  readvSync: 'await handle.readv(…)',
  writeSync: 'await handle.write(…)',
  writevSync: 'await handle.writev(…)',
};

const fileSystem: readonly Primitive[] = primitivesOf('fs', {
  ...replacing(fileTwins, (name) => `await ${asyncName(name)}(…)`),
  ...handleMethods,
  existsSync: 'await access(…)',
  globSync: 'for await (const path of glob(…))',
  mkdtempDisposableSync: 'await mkdtempDisposable(…)',
  openAsBlobSync: 'await openAsBlob(…)',
  openSync: 'await open(…)',
  'realpathSync.native': 'await realpath(…)',
  'opendirSync().closeSync': 'await directory.close()',
  'opendirSync().readSync': 'await directory.read()',
  'promises.opendir().closeSync': 'await directory.close()',
  'promises.opendir().readSync': 'await directory.read()',
  'Dir().closeSync': 'await directory.close()',
  'Dir().readSync': 'await directory.read()',
});

const openedDirectories: readonly Primitive[] = primitivesOf('fs/promises', {
  'opendir().closeSync': 'await directory.close()',
  'opendir().readSync': 'await directory.read()',
});

const childProcesses: readonly Primitive[] = primitivesOf('child_process', {
  execFileSync: 'await promisify(execFile)(…)',
  execSync: 'await promisify(exec)(…)',
  spawnSync: "spawn(…) and await once(child, 'exit')",
});

const crypto: readonly Primitive[] = [
  ...primitivesOf(
    'crypto',
    replacing(
      ['argon2Sync', 'checkPrimeSync', 'generateKeyPairSync', 'generatePrimeSync', 'pbkdf2Sync', 'scryptSync'],
      (name) => `await promisify(${asyncName(name)})(…)`,
    ),
  ),
  ...primitivesOf(
    'crypto',
    replacing(['generateKeySync', 'hkdfSync', 'randomFillSync'], (name) => `await promisify(${asyncName(name)})(…)`),
    'light',
  ),
  ...primitivesOf('crypto', { randomBytes: 'await promisify(randomBytes)(…)' }, 'light'),
];

const compression: readonly Primitive[] = primitivesOf(
  'zlib',
  replacing(
    [
      'brotliCompressSync',
      'brotliDecompressSync',
      'deflateRawSync',
      'deflateSync',
      'gunzipSync',
      'gzipSync',
      'inflateRawSync',
      'inflateSync',
      'unzipSync',
      'zstdCompressSync',
      'zstdDecompressSync',
    ],
    (name) => `await promisify(${asyncName(name)})(…)`,
  ),
);

const database: readonly Primitive[] = primitivesOf(
  'sqlite',
  replacing(
    [
      'DatabaseSync()',
      'DatabaseSync().exec',
      'DatabaseSync().prepare().all',
      'DatabaseSync().prepare().get',
      'DatabaseSync().prepare().iterate',
      'DatabaseSync().prepare().run',
      'StatementSync().all',
      'StatementSync().get',
      'StatementSync().iterate',
      'StatementSync().run',
    ],
    () => aWorker,
  ),
);

const processes: readonly Primitive[] = [undefined, 'process'].flatMap((module) => {
  const prefix = module === undefined ? 'process.' : '';
  return primitivesOf(module, {
    [`${prefix}execve`]: 'spawn(…)',
    [`${prefix}loadEnvFile`]: 'parseEnv(await readFile(…))',
  });
});

/** What blocks in Node's own modules. Absent on purpose: `dns`, `os` and `path` do not block. */
export const nodePrimitives: readonly Primitive[] = [
  ...fileSystem,
  ...openedDirectories,
  ...childProcesses,
  ...crypto,
  ...compression,
  ...database,
  ...processes,
  ...primitivesOf('v8', { writeHeapSnapshot: 'getHeapSnapshot().pipe(…)' }),
];
