import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { hiddenChecks } from '../../../course/course.ts';
import type { Check, Exercise } from '../../../course/course.ts';
import type { CourseLayout } from '../../../course/layout.ts';
import { shownHiddenSuite, shownSuite } from '../../../course/shown-suite.ts';
import { nearest } from '../../../messages/nearest.ts';
import { breaches } from '../../../messages/breaches.ts';
import { isMisplaced } from '../../../verdict/checks.ts';
import type { SuiteEvidence } from '../../../verdict/evidence.ts';
import type { Finding } from '../../../verdict/finding.ts';
import type { Breach } from '../breach/breach.ts';

/** Is there a suite at all, and one of hidden checks where there are some? */
export function missingSuite(exercise: Exercise, { suites }: CourseLayout): readonly Breach[] {
  const { id } = exercise;
  const isThere = (path: string): boolean => existsSync(join(suites, path.slice(path.lastIndexOf('/') + 1)));
  const needed = [shownSuite(id), ...(hiddenChecks(exercise).length > 0 ? [shownHiddenSuite(id)] : [])];
  return needed.filter((path) => !isThere(path)).map((path) => ({ promise: 'files', details: breaches.missing(path) }));
}

/** A hidden suite of which no check is declared hidden: it would never run. */
export function idleHiddenSuite(exercise: Exercise, { suites }: CourseLayout): readonly Breach[] {
  const { id } = exercise;
  if (hiddenChecks(exercise).length > 0 || !existsSync(join(suites, `${id}.hidden.suite.ts`))) return [];
  return [{ promise: 'files', details: breaches.idleHiddenSuite(shownHiddenSuite(id), `packages/exercises/${id}/exercise.json`) }];
}

/**
 * What a run of the suites shows to be wrong with them or with what the exercise declares, whatever the answer was.
 * A check and a test that were probably meant for each other are one fault.
 */
export function suiteBreaches({ id, checks }: Exercise, { trouble, canary, findings, mistakes = [] }: SuiteEvidence): readonly Breach[] {
  if (trouble !== undefined) return [{ promise: 'suite', details: trouble }];
  // The verdict on the answer says so.
  if (canary !== 'failed') return [];
  const manifest = `packages/exercises/${id}/exercise.json`;
  const suiteOf = ({ hidden }: Pick<Finding, 'hidden'> | Pick<Check, 'hidden'>): string => (hidden ? shownHiddenSuite(id) : shownSuite(id));
  const declared = checks.filter(({ kind }) => kind === 'suite');
  const isDeclared = ({ id: test }: Finding): boolean => declared.some((check) => check.id === test);
  const spare = findings.filter((finding) => !isDeclared(finding) && !mistakes.some(({ check }) => check === finding.id));
  const untested = declared
    .filter((check) => !findings.some((finding) => finding.id === check.id))
    .map((check) => ({ check, meant: nearest(check.id, spare.map((finding) => finding.id)) }));
  const undeclared = new Map(spare.filter((finding) => !untested.some(({ meant }) => meant === finding.id)).map((finding) => [finding.id, suiteOf(finding)]));
  const misplaced = declared.filter((check) => findings.some((finding) => finding.id === check.id && isMisplaced(finding, check)));
  return [
    ...misplaced.map(({ hidden = false, id: check }) =>
      breaches.misplaced({ manifest, check, hidden, open: shownSuite(id), hiddenSuite: shownHiddenSuite(id) })),
    ...untested.map(({ check, meant }) => breaches.notInSuite({ manifest, suite: suiteOf(check), check: check.id, meant })),
    ...[...undeclared].map(([check, suite]) => breaches.notInManifest({ manifest, suite, check })),
  ].map((details) => ({ promise: 'files', details }));
}
