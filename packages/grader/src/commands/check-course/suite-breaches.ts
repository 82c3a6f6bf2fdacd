import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Exercise } from '../../course/course.ts';
import type { CourseLayout } from '../../course/layout.ts';
import { shownSuite } from '../../course/shown-suite.ts';
import { nearest } from '../../messages/nearest.ts';
import { breaches } from '../../messages/breaches.ts';
import type { SuiteEvidence } from '../../verdict/evidence.ts';
import type { Breach } from './breach.ts';

/** Is there a suite at all? */
export function missingSuite({ id }: Exercise, { suites }: CourseLayout): readonly Breach[] {
  if (existsSync(join(suites, `${id}.suite.ts`))) return [];
  return [{ promise: 'files', details: breaches.missing(shownSuite(id)) }];
}

/**
 * What a run of the suite shows to be wrong with the suite or with what the exercise declares, whatever the answer was.
 * A check and a test that were probably meant for each other are one fault.
 */
export function suiteBreaches({ id, checks }: Exercise, { trouble, canary, findings, mistakes = [] }: SuiteEvidence): readonly Breach[] {
  if (trouble !== undefined) return [{ promise: 'suite', details: trouble }];
  // The verdict on the answer says so.
  if (canary !== 'failed') return [];
  const declared = checks.filter(({ kind }) => kind === 'suite').map((check) => check.id);
  const tested = [...new Set(findings.map((finding) => finding.id))];
  const spare = tested.filter((test) => !declared.includes(test) && !mistakes.some(({ check }) => check === test));
  const untested = declared.filter((check) => !tested.includes(check)).map((check) => ({ check, meant: nearest(check, spare) }));
  const undeclared = spare.filter((test) => !untested.some(({ meant }) => meant === test));
  const [manifest, suite] = [`packages/exercises/${id}/exercise.json`, shownSuite(id)];
  return [
    ...untested.map(({ check, meant }) => breaches.notInSuite({ manifest, suite, check, meant })),
    ...undeclared.map((check) => breaches.notInManifest({ manifest, suite, check })),
  ].map((details) => ({ promise: 'files', details }));
}
