import { visibleInPlace } from '../messages/visible.ts';
import type { Evidence } from './evidence.ts';
import type { Finding } from './finding.ts';

/** A file of an answer, as it was read. */
export interface SourceFile {
  readonly name: string;
  readonly source: string;
}

/** The evidence with the line of the source at every place that it names. */
export function quoteSource(evidence: Evidence, files: readonly SourceFile[]): Evidence {
  const lines = new Map(files.map(({ name, source }) => [name, source.split(lineBreak)]));
  const quoted = (finding: Finding): Finding => {
    const { location } = finding;
    if (location === undefined) return finding;
    const text = lines.get(location.file)?.[location.line - 1];
    if (text === undefined || text.length > longestLine) return finding;
    return { ...finding, location: { ...location, text: visibleInPlace(text) } };
  };
  if ('refusal' in evidence) return { refusal: quoted(evidence.refusal) };
  const { lint, suite } = evidence;
  return { lint: lint.map(quoted), suite: { ...suite, findings: suite.findings.map(quoted) } };
}

/** A longer one was not written by hand, and would fill the screen. */
const longestLine = 300;

const lineBreak = /\r\n|[\n\r\u2028\u2029]/;
