import { buildFolder } from './build-folder.ts';

/* The parser is WebAssembly. The build lays it beside this file, and has `amaro` take it from here. */
const here = buildFolder(import.meta.url);
const parser = await fetch(new URL('amaro.wasm', here));
Object.defineProperty(globalThis, 'teatimeParser', { value: new Uint8Array(await parser.arrayBuffer()) });
const { transformSync } = await import('amaro');

/**
 * A TypeScript module without its types, by the same parser that Node has built in, and with the errors that Node makes of its
 * complaints: `source/strip-types.ts` where there is no Node.
 *
 * @throws {SyntaxError} when it is not TypeScript, or needs translating rather than stripping (`enum`, `namespace`)
 */
export function stripTypes(source: string): string {
  try {
    return transformSync(source, { mode: 'strip-only' }).code;
  } catch (complaint) {
    throw asNodeSaysIt(complaint);
  }
}

const codes: ReadonlyMap<unknown, string> = new Map([
  ['InvalidSyntax', 'ERR_INVALID_TYPESCRIPT_SYNTAX'],
  ['UnsupportedSyntax', 'ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX'],
]);

/** The reason is the message; the place stands in the stack. */
function asNodeSaysIt(complaint: unknown): unknown {
  if (typeof complaint !== 'object' || complaint === null) return complaint;
  const { code, message, filename, startLine, snippet }: Partial<Record<string, unknown>> = { ...complaint };
  const nodeCode = codes.get(code);
  if (nodeCode === undefined) return complaint;
  const error = Object.assign(new SyntaxError(String(message)), { code: nodeCode });
  error.stack = `${String(filename)}:${String(startLine)}\n${String(snippet)}\n${error.stack ?? ''}`;
  return error;
}
