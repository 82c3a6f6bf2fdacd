import { fileSystemPrimitives } from './file-system.ts';
import { aWorker, callbackTwin, primitivesOf, replacing } from './primitive.ts';
import type { Call, Primitive } from './primitive.ts';

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
      callbackTwin,
    ),
  ),
  ...primitivesOf('crypto', replacing(['generateKeySync', 'hkdfSync', 'randomFillSync'], callbackTwin), {
    weight: 'light',
  }),
  ...primitivesOf('crypto', { randomBytes: callbackTwin('randomBytes') }, { weight: 'light', blocks: hasNoCallback }),
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
    callbackTwin,
  ),
);

const statements = ['DatabaseSync().prepare()', 'StatementSync()'];

const database: readonly Primitive[] = primitivesOf(
  'sqlite',
  replacing(
    [
      'DatabaseSync',
      'DatabaseSync().exec',
      ...statements.flatMap((statement) => ['all', 'get', 'iterate', 'run'].map((name) => `${statement}.${name}`)),
    ],
    () => aWorker,
  ),
);

const processFunctions = { execve: 'spawn(…)', loadEnvFile: 'parseEnv(await readFile(…))' };

const process: readonly Primitive[] = [
  ...primitivesOf('process', processFunctions),
  ...['process', 'NodeJS.Process()'].flatMap((owner) =>
    Object.entries(processFunctions).flatMap(([name, instead]) => primitivesOf(undefined, { [`${owner}.${name}`]: instead })),
  ),
];

/** What blocks in Node's own modules. Absent on purpose: `dns`, `os` and `path` do not block. */
export const nodePrimitives: readonly Primitive[] = [
  ...fileSystemPrimitives,
  ...childProcesses,
  ...crypto,
  ...compression,
  ...database,
  ...process,
  ...primitivesOf('v8', { writeHeapSnapshot: 'getHeapSnapshot().pipe(…)' }),
];

function hasNoCallback({ arguments: args }: Call): boolean {
  return args.length < 2;
}
