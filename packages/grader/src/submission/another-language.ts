import { foreignPiece, wholePython } from '../messages/another-language.ts';
import type { ElsewherePiece, PythonPiece } from '../messages/another-language.ts';
import type { Text } from '../messages/text.ts';

/** What a file has of another language, and where: an offset in UTF-16 units. */
export interface Foreign {
  readonly message: Text;
  readonly offset: number;
}

/**
 * What another language there is in a file that is no TypeScript: the whole of it, or a piece in the line at which the
 * compiler stopped. In a course on asyncio the likeliest one is Python.
 *
 * @param stoppedAt where the compiler stopped
 */
export function anotherLanguage(source: string, stoppedAt: number): Foreign | undefined {
  const lines = linesOf(source);
  const whole = pythonFile(lines);
  if (whole !== undefined) return whole;
  const line = lines.findLast(({ offset }) => offset <= stoppedAt);
  const [first] = line === undefined ? [] : [...piecesIn(line, pythonForms), ...piecesIn(line, otherForms)];
  return first && { message: foreignPiece(first.piece), offset: first.offset };
}

interface Line {
  /** Without what stands between quotes, or behind a comment's two strokes. */
  readonly code: string;
  readonly offset: number;
}

function linesOf(source: string): readonly Line[] {
  return Array.from(source.matchAll(/[^\n\r\u2028\u2029]+/g), ({ 0: text, index }) => ({ code: withoutTexts(text), offset: index }));
}

/** Every column stays: what is quoted becomes a row of dots. */
function withoutTexts(line: string): string {
  const quoteless = line.replace(/(['"])((?:\\.|(?!\1)[^\\])*)\1/g, (_, quote: string, inside: string) => `${quote}${'.'.repeat(inside.length)}${quote}`);
  return quoteless.replace(/(?<=\/\/).*$/, '');
}

type Forms<Piece extends string> = readonly (readonly [Piece, RegExp])[];

const header = (words: string): RegExp => new RegExp(String.raw`^\s*(?:\}\s*)?${words}[^{};]*:\s*(?:#.*)?$`);

/** In each line, the first that fits is told. */
const pythonForms: Forms<PythonPiece> = [
  ['comment', /^\s*#(?![!\w]+[ ]*[=(;])|(?<=[\w)\]'"]\s+)#\s/],
  ['async-def', /^\s*async\s+def\b/],
  ['def', /^\s*def\s+\w/],
  ['docstring', /""\s*"|''\s*'/],
  ['import', /^\s*(?:from\s+[\w.]+\s+import\b|import\s+[\w.]+(?:\s+as\s+\w+|\s*,\s*[\w.]+)*\s*$)/],
  ['async-for', /^\s*async\s+for\b/],
  ['elif', /^\s*(?:\}\s*)?(?:elif|elsif)\b/],
  ['comprehension', /[[({][^[\](){}]*(?:\([^()]*\))?[^[\](){}]*\bfor\s+[\w, ]+\s+in\s[^\])}]*[\])}]/],
  ['for', /^\s*for\s+[\w, ]+\s+in\b/],
  ['try', header('(?:try|except\\b|finally)')],
  ['with', header('(?:async\\s+)?with\\b')],
  ['class', header('class\\b')],
  ['raise', /^\s*raise\b/],
  ['lambda', /\blambda\b[^=]*:/],
  ['is-none', /\bis\s+(?:not\s+)?None\b/],
  ['conditional', /=\s*[^=?;]+\sif\s[^?;]+\selse\s/],
  ['not', /(?:^|[\s(])not\s+(?:in\s+)?[\w(]/],
  ['and', /(?<=[\w)\]'"]\s+)(?:and|or)\s+[\w(['"!-]/],
  ['if', header('if\\b')],
  ['else', header('else')],
  ['while', header('while\\b')],
  ['f-string', /(?<![\w$])[fF][rR]?['"]/],
  ['print', /^\s*print\s+['"\w]/],
  ['pass', /^\s*pass\s*$/],
];

/** What is valid in TypeScript, too, but tells in a file that is Python already. */
const pythonHabits: Forms<PythonPiece> = [
  ['create-task', /\bcreate_task\s*\(/],
  ['gather', /\b(?:asyncio\.|await\s+)gather\s*\(/],
  ['sleep', /\b(?:asyncio|time)\.sleep\s*\(/],
  ['run', /\basyncio\.run\s*\(/],
  ['print', /(?<![\w.])print\s*\(/],
  ['none', /(?<!\bis\s+(?:not\s+)?)\bNone\b/],
  ['true', /\b(?:True|False)\b/],
  ['self', /\bself\b/],
  ['len', /(?<![\w.])len\s*\(/],
  ['range', /(?<![\w.])range\s*\(/],
  ['append', /\.append\s*\(/],
];

const otherForms: Forms<ElsewherePiece> = [
  ['func', /^\s*(?:export\s+|pub\s+|public\s+|async\s+|suspend\s+)*(?:func|fn|fun)\s+\w/],
  ['declare', /\w\s*:=/],
  ['typed-first', /^\s*(?:final\s+)?(?:String|int|double|bool|boolean|auto|Task<\w+>|List<\w+>)\s+\w+\s*=/],
];

/** No line of Python begins or ends so. */
const typescript = /^\s*(?:export|const|let|var|function|interface|type|import\s*[{*'"]|\}|\/\/|\/\*)|=>|[{;]\s*$/;

/** How many pieces a screen has room for. */
const mostPieces = 9;

/** A file in which nothing is TypeScript and two lines at least are Python, or the head of a function. */
function pythonFile(lines: readonly Line[]): Foreign | undefined {
  if (lines.some(({ code }) => typescript.test(code))) return undefined;
  const found = lines.map((line) => piecesIn(line, pythonForms));
  const [first] = found.flat();
  const isPython = found.filter((pieces) => pieces.length > 0).length > 1 || found.flat().some(({ piece }) => piece === 'def' || piece === 'async-def');
  if (first === undefined || !isPython) return undefined;
  const pieces = lines.filter(({ code }) => !code.trim().startsWith('#')).flatMap((line) => [...piecesIn(line, pythonForms), ...piecesIn(line, pythonHabits)]);
  const names = [...new Set([...pieces.map(({ piece }) => piece), ...found.flat().map(({ piece }) => piece)])];
  return { message: wholePython(names.slice(0, mostPieces)), offset: first.offset };
}

interface Found<Piece extends string> {
  readonly piece: Piece;
  readonly offset: number;
}

/** The pieces of a line, the most telling first: its own beginning is no place for a mark. */
function piecesIn<Piece extends string>({ code, offset }: Line, forms: Forms<Piece>): readonly Found<Piece>[] {
  return forms.flatMap(([piece, form]) => {
    const match = form.exec(code);
    return match === null ? [] : [{ piece, offset: offset + match.index + (/^\s*/.exec(match[0])?.[0].length ?? 0) }];
  });
}
