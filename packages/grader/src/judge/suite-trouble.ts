import { stripVTControlCharacters } from 'node:util';
import { halves } from '../messages/halves.ts';
import type { Text } from '../messages/text.ts';
import { modulePath } from './any-path.ts';

/** What Vitest tells of a suite that did not come to run. */
export interface SuiteError {
  readonly name?: string;
  readonly message: string;
  readonly stack?: string | undefined;
  /** The places of the stack in the sources, the innermost first. */
  readonly stacks?: readonly { readonly file: string; readonly line: number }[] | undefined;
}

/**
 * Why a suite could not run: the reason without colours and drawings, the file and the line.
 *
 * @param suite the module id of the suite, four levels below the root of the course
 */
export function suiteTrouble(error: SuiteError, suite: string): Text {
  const { what, place } = readSuiteError(error, suite);
  return {
    en: `The suite could not run: ${what.en}${inBrackets.en(place)}`,
    'zh-CN': `检查套件无法运行：${what['zh-CN']}${inBrackets['zh-CN'](place)}`,
  };
}

/** Reason and place of an error, as the author of the suite knows its files. @param suite as above */
export function readSuiteError({ name = 'Error', message, stack = '', stacks = [] }: SuiteError, suite: string): Reading {
  const root = suite.split('/').slice(0, -4).join('/');
  const shown = (text: string): string =>
    stripVTControlCharacters(text)
      .replaceAll(/\/\.run\/\d+\//g, 'packages/grader/suites/')
      .replaceAll(/\?(?:job|version)=\d+/g, '')
      .replaceAll(`${root}/`, '')
      .replaceAll(`${modulePath(root)}/`, '');
  const drawn = compilerComplaint.exec(shown(message))?.groups;
  if (drawn) return { what: halves(drawn['reason'] ?? ''), place: `${drawn['file']}:${drawn['line']}` };
  const what = shown(name === 'Error' ? message : `${name}: ${message}`).trim();
  const frame = stacks.map(({ file, line }) => shown(`${file}:${line}`)).find((place) => inSuites.test(place));
  return { what: halves(what), place: frame ?? inSuites.exec(shown(stack))?.[0] };
}

interface Reading {
  readonly what: Text;
  readonly place: string | undefined;
}

/** The compiler's first complaint, above the drawing that shows its place. */
const compilerComplaint = /^\[[A-Z_]+\] *(?<reason>[^\n]+)\n[^[]*\[ *(?<file>[^\s:]+):(?<line>\d+):\d+ *\]/m;

const inSuites = /packages\/grader\/suites\/[^\s:()]+:\d+/;

const inBrackets = {
  en: (place: string | undefined) => (place === undefined ? '' : ` (${place})`),
  'zh-CN': (place: string | undefined) => (place === undefined ? '' : `（${place}）`),
};
