import type { Language } from '../../messages/text.ts';
import { visible } from '../../messages/visible.ts';
import type { GradeResult } from '../../verdict/result.ts';
import { testsOf } from '../tests.ts';

export interface AnnotationOptions {
  readonly language: Language;
  /** The folder of the answers, relative to the root of the repository, with forward slashes; empty for the root itself. */
  readonly answers: string;
}

/**
 * Commands to GitHub's runner, one a line: each problem as an annotation at its line. GitHub shows the first ten of a step.
 */
export function githubAnnotations(result: GradeResult, { language, answers }: AnnotationOptions): readonly `::${string}`[] {
  const problems = testsOf(result, language).filter(({ check, text }) => text !== '' && check.status !== 'skipped');
  return problems.map(({ exercise, check, title, text, points }) => {
    const { file, line, column } = check.location ?? {};
    const path = exercise.files?.find(({ name }) => name === file)?.path ?? (file === undefined ? undefined : `${exercise.id}/${file}`);
    const place = path === undefined ? {} : { file: answers === '' ? path : `${answers}/${path}`, line, col: column };
    const properties = Object.entries({ ...place, title });
    const written = properties.map(([name, value]) => `${name}=${inProperty(String(value))}`).join(',');
    // What could not be judged is no error of the student's.
    const command: `::${string}` = `::${points === undefined ? 'warning' : 'error'} ${written}::${inData(text)}`;
    return command;
  });
}

function inData(text: string): string {
  return visible(text).replaceAll('%', '%25').replaceAll('\n', '%0A');
}

function inProperty(text: string): string {
  return inData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
