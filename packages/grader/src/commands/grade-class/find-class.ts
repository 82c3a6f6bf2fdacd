import type { Context } from '../../cli/context.ts';
import { UsageError } from '../../cli/usage-error.ts';
import type { Content, HandIn } from '../../classroom/hand-in.ts';
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

/** The hand-ins of a class, after saying what each was taken for. @throws {UsageError} where there is no class */
export function findClass({ folder, roster, due }: ClassOptions, exercises: readonly Exercise[], context: Context): readonly HandIn[] {
  try {
    const found = findHandIns(folder, {
      exercises,
      ...(roster !== undefined && { roster: readRoster(roster) }),
      ...(due !== undefined && { due: parseDue(due) }),
    });
    context.stdout.write(`${dryRunLines(found, context.language).join('\n')}\n`);
    return found.handIns;
  } catch (error) {
    if (error instanceof ClassProblem) throw new UsageError(error.text);
    throw error;
  }
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
