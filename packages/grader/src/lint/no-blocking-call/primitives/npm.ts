import { AST_NODE_TYPES } from '@typescript-eslint/utils';
import { aWorker, primitivesOf, promiseTwin, replacing } from './primitive.ts';
import type { Call, Primitive } from './primitive.ts';

const execa: readonly Primitive[] = primitivesOf(
  'execa',
  replacing(['execaSync', 'execaCommandSync', '$.sync', 'sync', 'commandSync'], () => 'await execa(…)'),
);

const globs: readonly Primitive[] = ['fast-glob', 'glob', 'globby', 'tinyglobby'].flatMap((module) =>
  primitivesOf(module, replacing(['globSync', 'sync'], () => 'await glob(…)')),
);

const removal: readonly Primitive[] = primitivesOf(
  'rimraf',
  replacing(['rimrafSync', 'sync'], () => 'await rimraf(…)'),
);

const betterSqlite: readonly Primitive[] = primitivesOf(
  'better-sqlite3',
  replacing(
    [
      // The module itself is the class. The other paths are how its types name what it makes.
      '',
      ...['()', 'Database()', 'BetterSqlite3.Database()'].map((database) => `${database}.exec`),
      ...['().prepare()', 'Statement()', 'BetterSqlite3.Statement()'].flatMap((statement) =>
        [statement, ...['bind', 'expand', 'pluck', 'raw'].map((name) => `${statement}.${name}()`)].flatMap((source) =>
          ['all', 'get', 'iterate', 'run'].map((name) => `${source}.${name}`),
        ),
      ),
    ],
    () => aWorker,
  ),
);

/** Commands of shelljs that touch the disk; `echo`, `env`, `pwd` and the like do not. */
const shell: readonly Primitive[] = [
  ...primitivesOf(
    'shelljs',
    replacing(
      ['cat', 'chmod', 'cp', 'find', 'grep', 'head', 'ln', 'ls', 'mkdir', 'mv', 'rm', 'sed', 'sort', 'tail', 'tempdir'],
      (name) => ({ en: `\`node:fs/promises\` in place of \`${name}\``, 'zh-CN': `\`node:fs/promises\` 代替 \`${name}\`` }),
    ),
  ),
  ...primitivesOf('shelljs', replacing(['test', 'touch', 'uniq', 'which'], promiseTwin)),
  ...primitivesOf('shelljs', { exec: 'exec(…, { async: true })' }, { blocks: isSynchronousExec }),
  ...primitivesOf('shelljs', { cmd: 'await execa(…)' }),
];

const questions: readonly Primitive[] = [
  ...primitivesOf(
    'readline-sync',
    replacing(
      ['keyIn', 'keyInPause', 'keyInSelect', 'keyInYN', 'keyInYNStrict', 'prompt', 'promptCL', 'promptCLLoop', 'promptLoop', 'promptSimShell', 'question', 'questionEMail', 'questionFloat', 'questionInt', 'questionNewPassword', 'questionPath'],
      () => "await readline.question(…) of `node:readline/promises`",
    ),
  ),
  ...primitivesOf('prompt-sync', { '()': 'await readline.question(…)' }),
];

const waiting: readonly Primitive[] = [
  ...primitivesOf('deasync', replacing(['()', 'loopWhile', 'runLoopOnce', 'sleep'], () => 'await')),
  ...primitivesOf('sleep', replacing(['msleep', 'sleep', 'usleep'], () => 'await setTimeout(…)')),
  ...primitivesOf('synckit', { 'createSyncFn()': aWorker }),
];

const requests: readonly Primitive[] = [
  ...primitivesOf('sync-fetch', { '': 'await fetch(…)' }),
  ...primitivesOf('sync-request', { '': 'await fetch(…)' }),
  ...primitivesOf('sync-rpc', { '()': 'await fetch(…)' }),
];

const styles: readonly Primitive[] = ['sass', 'sass-embedded'].flatMap((module) =>
  primitivesOf(module, {
    compile: 'await compileAsync(…)',
    compileString: 'await compileStringAsync(…)',
    renderSync: 'await compileAsync(…)',
  }),
);

/** What blocks in well-known packages. */
export const npmPrimitives: readonly Primitive[] = [
  ...execa,
  ...primitivesOf('cross-spawn', { sync: 'spawn(…)' }),
  ...globs,
  ...removal,
  ...betterSqlite,
  ...shell,
  ...questions,
  ...waiting,
  ...requests,
  ...styles,
];

/** Packages in which every export that ends in `Sync` blocks, as in `node:fs`. */
export const packagesWithSyncTwins: ReadonlySet<string> = new Set([
  'bcrypt',
  'bcryptjs',
  'child_process',
  'crypto',
  'esbuild',
  'find-up',
  'fs',
  'fs-extra',
  'graceful-fs',
  'jsonfile',
  'load-json-file',
  'make-dir',
  'mkdirp',
  'path-exists',
  'tmp',
  'write-file-atomic',
  'write-json-file',
  'zlib',
]);

function isSynchronousExec({ arguments: args }: Call): boolean {
  return !args.some((argument) => {
    switch (argument.type) {
      case AST_NODE_TYPES.ArrowFunctionExpression:
      case AST_NODE_TYPES.FunctionExpression:
        return true;
      case AST_NODE_TYPES.ObjectExpression:
        return argument.properties.some(
          (property) =>
            property.type === AST_NODE_TYPES.Property &&
            property.key.type === AST_NODE_TYPES.Identifier &&
            property.key.name === 'async' &&
            !(property.value.type === AST_NODE_TYPES.Literal && property.value.value === false),
        );
      default:
        return false;
    }
  });
}
