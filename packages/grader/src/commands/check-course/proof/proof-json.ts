import { promises } from '../../../messages/promises.ts';
import type { Language } from '../../../messages/text.ts';
import { byPromise } from '../breach/breach.ts';
import type { Cell, MatrixRow } from './matrix.ts';
import type { ExerciseProof } from './proof.ts';

/**
 * A proof for programs, as `docs/public/proof.schema.json` describes it.
 *
 * @param course its id
 */
export function proofJson(course: string, proofs: readonly ExerciseProof[], language: Language): string {
  const document = {
    version: 1,
    course,
    language,
    kept: proofs.every(({ breaches }) => breaches.length === 0),
    exercises: proofs.map((proof) => exerciseOf(proof, language)),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function exerciseOf({ id, draft, breaches, leftovers, matrix }: ExerciseProof, language: Language): object {
  return {
    id,
    state: draft ? 'draft' : matrix === undefined ? 'unjudged' : 'judged',
    kept: breaches.length === 0,
    broken: byPromise(breaches).map(([promise, broken]) => ({
      promise,
      title: promises[promise][language],
      details: broken.map(({ details }) => details[language]),
    })),
    leftovers,
    checks: matrix?.checks ?? [],
    answers: (matrix?.rows ?? []).map(answerOf),
  };
}

function answerOf({ role, path, cells }: MatrixRow): object {
  return { role, path, form: path.endsWith('.edit') ? 'edit' : 'module', cells: cells.map(cellOf) };
}

function cellOf({ check, promised, status, state, kept, cause, message }: Cell): object {
  return { check, state, kept, ...(promised && { promised }), ...(status && { status }), ...(cause && { cause }), ...(message !== undefined && { message }) };
}
