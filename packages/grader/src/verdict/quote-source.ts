import { visibleInPlace } from '../messages/visible.ts';
import { withoutComments } from '../source/code-only.ts';
import type { Evidence } from './evidence.ts';
import type { Finding } from './finding.ts';
import type { Location } from './result.ts';

/** A file of an answer, as it was read. */
export interface SourceFile {
  readonly name: string;
  readonly source: string;
}

/**
 * The evidence with the line of the source at every place that it names. A place where nothing stands, as behind the end
 * of a file with a bracket that is never closed, becomes the end of the last code above it.
 */
export function quoteSource(evidence: Evidence, files: readonly SourceFile[]): Evidence {
  const sources = new Map(files.map(({ name, source }) => [name, { source, lines: source.split(lineBreak) }]));
  const quoted = (finding: Finding): Finding => {
    const source = sources.get(finding.location?.file ?? '');
    return finding.location === undefined || source === undefined ? finding : { ...finding, location: quote(finding.location, source) };
  };
  if ('refusal' in evidence) return { refusal: quoted(evidence.refusal) };
  const { lint, suite } = evidence;
  return { lint: lint?.map(quoted), suite: { ...suite, findings: suite.findings.map(quoted) } };
}

interface Lines {
  readonly source: string;
  readonly lines: readonly string[];
}

function quote(location: Location, { source, lines }: Lines): Location {
  const text = lines[location.line - 1] ?? '';
  if (text.trim() !== '') return withText(location, text);
  const code = withoutComments(source).split(lineBreak);
  const last = code.slice(0, location.line).findLastIndex((line) => line.trim() !== '');
  const lastText = lines[last];
  if (lastText === undefined) return withText(location, text);
  return withText({ file: location.file, line: last + 1, column: lastText.trimEnd().length + 1 }, lastText);
}

function withText(location: Location, text: string): Location {
  return text.length > longestLine ? location : { ...location, text: visibleInPlace(text) };
}

/** A longer one was not written by hand, and would fill the screen. */
const longestLine = 300;

const lineBreak = /\r\n|[\n\r\u2028\u2029]/;
