import { AST_NODE_TYPES } from '@typescript-eslint/utils';
import { wellKnownName } from '../effects/names.ts';
import { fileTwins } from '../primitives/file-system.ts';
import { withoutSync } from '../primitives/primitive.ts';
import type { Call, Primitive } from '../primitives/primitive.ts';

/** How a blocking call is written so that it does not block. */
export interface Recipe {
  /** What is called in its place, and where from. */
  readonly twin: string;
  readonly module: string;
  /** How the twin is reached from a namespace of the blocking function's module: `promises.readFile`. */
  readonly member: string;
  /** What the twin is called through: `promisify`. */
  readonly through?: string;
  /** What follows the call: `.value`. */
  readonly suffix: string;
  /** What follows the awaited call: `.stdout`. */
  readonly part?: string;
  /** An argument that the twin needs more. */
  readonly argument?: string;
  /** Whether call and twin do the same in every respect, so that no human need look. */
  readonly isExact: boolean;
}

/** The recipe for a call, or `undefined` where only a human can rewrite it. */
export function recipeFor(primitive: Primitive, call: Call): Recipe | undefined {
  const name = wellKnownName(primitive);
  if (name === 'child_process.execSync') return commandRecipe(call);
  if (primitive.module === 'fs' && fileTwins.has(primitive.path)) return promises(withoutSync(primitive.path), '', true);
  if (name === 'fs.existsSync') return promises('access', '.then(() => true, () => false)', false);
  if (primitive.module === '@teatime/core' && primitive.path === 'blockFor') {
    return { twin: 'sleep', module: '@teatime/core', member: 'sleep', suffix: '', isExact: false };
  }
  if (name === 'Atomics.wait') return { twin: '', module: '', member: 'waitAsync', suffix: '.value', isExact: false };
  if (primitive.module !== undefined && promisified.has(name)) {
    const twin = withoutSync(primitive.path);
    return { twin, module: `node:${primitive.module}`, member: twin, through: 'promisify', suffix: '', isExact: false };
  }
  return undefined;
}

/** `(await promisify(exec)(command, { encoding: 'buffer' })).stdout`: a buffer, unless the call names an encoding. */
function commandRecipe({ arguments: [command, options, ...others] }: Call): Recipe | undefined {
  if (command === undefined || command.type === AST_NODE_TYPES.SpreadElement || others.length > 0) return undefined;
  const recipe = { twin: 'exec', module: 'node:child_process', member: 'exec', through: 'promisify', suffix: '', part: '.stdout' };
  if (options === undefined) return { ...recipe, argument: "{ encoding: 'buffer' }", isExact: false };
  if (options.type !== AST_NODE_TYPES.ObjectExpression) return undefined;
  const names = options.properties.map((property) =>
    property.type === AST_NODE_TYPES.Property && property.key.type === AST_NODE_TYPES.Identifier ? property.key.name : '',
  );
  return names.includes('encoding') && !names.includes('stdio') && !names.includes('') ? { ...recipe, isExact: false } : undefined;
}

function promises(twin: string, suffix: string, isExact: boolean): Recipe {
  return { twin, module: 'node:fs/promises', member: `promises.${twin}`, suffix, isExact };
}

/** Functions that stay what they are under `promisify`, by its types too: those of `scrypt` lose their result. */
const promisified: ReadonlySet<string> = new Set([
  'crypto.argon2Sync',
  'crypto.generateKeyPairSync',
  'crypto.hkdfSync',
  'crypto.pbkdf2Sync',
  'zlib.brotliCompressSync',
  'zlib.brotliDecompressSync',
  'zlib.deflateRawSync',
  'zlib.deflateSync',
  'zlib.gunzipSync',
  'zlib.gzipSync',
  'zlib.inflateRawSync',
  'zlib.inflateSync',
  'zlib.unzipSync',
  'zlib.zstdCompressSync',
  'zlib.zstdDecompressSync',
]);
