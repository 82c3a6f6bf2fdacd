import type { Context } from '../../cli/context.ts';
import { languageAmong } from '../../cli/spoken-languages.ts';
import { UsageError } from '../../cli/usage-error.ts';
import type { Content, HandIn, Student } from '../../classroom/hand-in.ts';
import { ClassProblem } from '../../classroom/class-problem.ts';
import { HandInProblem } from '../../classroom/hand-in-problem.ts';
import { parseDue } from '../../classroom/intake/due.ts';
import { dryRunLines } from '../../classroom/intake/dry-run.ts';
import { findHandIns } from '../../classroom/intake/find-hand-ins.ts';
import { readHandIn } from '../../classroom/intake/read-hand-in.ts';
import { readRoster } from '../../classroom/intake/roster/read-roster.ts';
import type { Ungraded } from '../../classroom/outcome.ts';
import type { Exercise } from '../../course/course.ts';
import type { ClassOptions } from './class-options.ts';

interface Sought {
  readonly exercises: readonly Exercise[];
  /** The languages of the course. */
  readonly languages: readonly string[];
}

/** The hand-ins of a class, after saying what each was taken for. @throws {UsageError} where there is no class */
export function findClass({ folder, roster, due }: ClassOptions, { exercises, languages: known }: Sought, context: Context): readonly HandIn[] {
  try {
    const found = findHandIns(folder, {
      exercises,
      ...(roster !== undefined && { roster: readRoster(roster) }),
      ...(due !== undefined && { due: parseDue(due) }),
    });
    context.stdout.write(`${dryRunLines(found, context.language).join('\n')}\n`);
    return found.handIns.map((handIn) => ({ ...handIn, student: speaking(handIn.student, known) }));
  } catch (error) {
    if (error instanceof ClassProblem) throw new UsageError(error.text);
    throw error;
  }
}

/** A student whose language, as the roster writes it, is one of the course's, or nothing that anybody could be told in. */
function speaking({ language: wanted, ...student }: Student, known: readonly string[]): Student {
  const language = wanted === undefined ? undefined : languageAmong(known, wanted);
  return { ...student, ...(language !== undefined && { language }) };
}

/** Reads hand-ins; what cannot be read is an outcome like any other. */
export function readerOf(exercises: readonly Exercise[]): (handIn: HandIn) => Promise<Content | Ungraded> {
  return async (handIn) => {
    try {
      return await readHandIn(handIn, exercises);
    } catch (error) {
      if (error instanceof HandInProblem) return { state: error.state, reason: error.text };
      throw error;
    }
  };
}
