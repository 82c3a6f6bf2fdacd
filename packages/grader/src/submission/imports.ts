import { init, parse } from 'es-module-lexer';
import type { Import } from 'es-module-lexer';
import { nearest } from '../messages/nearest.ts';
import { refusing } from '../messages/submission.ts';
import type { Text } from '../messages/text.ts';
import { locate } from './refusal.ts';
import type { Refusal } from './refusal.ts';

/**
 * The first import of a file that is not allowed, if there is one.
 *
 * @param code the file without its types, every line and column in its place
 * @param allowed the specifiers that it may import
 */
export async function forbiddenImport(
  file: string,
  code: string,
  allowed: readonly string[],
): Promise<Refusal | undefined> {
  await init();
  const [imports] = parse(inPlainSpaces(code));
  for (const statement of imports) {
    const message = objection(statement, allowed);
    if (message !== undefined) return { cause: 'refused', message, location: locate(file, code, statement.importStart) };
  }
  return undefined;
}

/**
 * The code as the lexer understands it, letter for letter: it knows no spaces but those of ASCII, and no `import` behind
 * three dots. It is here for the sake of clear messages; where the code runs, every import is looked at once more.
 */
function inPlainSpaces(code: string): string {
  return code.replace(/[\u2028\u2029]/g, '\n').replace(/[^\S\r\n]/g, ' ').replaceAll('...', '   ');
}

function objection(statement: Import, allowed: readonly string[]): Text | undefined {
  switch (statement.type) {
    case 'dynamic':
      return refusing.dynamicImport;
    case 'import-meta':
      return refusing.importMeta;
    default: {
      const { specifier, phase, attributesStart } = statement;
      if (!allowed.includes(specifier)) return refusing.module(specifier, allowed, meant(specifier, allowed));
      return phase === null && attributesStart < 0 ? undefined : refusing.importForm;
    }
  }
}

/** What Python's module would be called here, and what is left of the name of ours. */
const isOfAsyncio = /^(?:python:)?asyncio$|^(?:@?teatime|core)$/i;

/** What somebody probably meant who wrote `fs` for `node:fs`, `./gather` for `./gather.ts`, or slipped on a key. */
function meant(specifier: string, allowed: readonly string[]): string | undefined {
  const variants = [`node:${specifier}`, `${specifier}.ts`, specifier.replace(/\.[cm]?js$/, '.ts'), ...(isOfAsyncio.test(specifier) ? ['@teatime/core'] : [])];
  return allowed.find((name) => variants.includes(name)) ?? nearest(specifier, allowed);
}
