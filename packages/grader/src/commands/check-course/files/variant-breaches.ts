import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { CourseLayout } from '../../../course/layout.ts';
import { courseBreaches } from '../../../messages/course-breaches.ts';
import { declaredFailures, isEdit } from '../answers/answers.ts';
import type { CourseAnswer } from '../answers/answers.ts';
import type { Breach } from '../breach/breach.ts';

/** What is wrong with the answers in `also/` and `wrong/` as files: what would not be looked at, or not as it was meant. */
export async function variantBreaches(id: string, answers: readonly CourseAnswer[], layout: CourseLayout): Promise<readonly Breach[]> {
  const folders = await Promise.all((['also', 'wrong'] as const).map(async (role) => {
    const entries = await readdir(join(layout.solutions, id, role), { withFileTypes: true }).catch(() => []);
    return entries
      .filter((entry) => !entry.name.startsWith('.') && !(entry.isFile() && (entry.name.endsWith('.ts') || (role === 'wrong' && isEdit(entry.name)))))
      .map(({ name }) => ({ promise: 'files', details: courseBreaches.notAnAnswer(`packages/solutions/${id}/${role}/${name}`) }) as const);
  }));
  return [...folders.flat(), ...sameAnswers(answers), ...answers.flatMap(headBreaches)];
}

/** Answers that another one already gives, comments aside. */
function sameAnswers(answers: readonly CourseAnswer[]): readonly Breach[] {
  const codes = answers.map(({ files }) => files.map(({ source }) => source.replace(/^\/\/.*\n/, '').trim()).join('\0'));
  return answers.flatMap(({ role, path }, index): readonly Breach[] => {
    const first = codes.indexOf(codes[index] ?? '');
    const other = answers[first];
    if (first === index || other === undefined || role === 'solution' || role === 'stub') return [];
    return [{ promise: role, details: courseBreaches.sameAnswer(path, other.path) }];
  });
}

/** Whether the line that names the checks stands where it is read, in an answer that has some to name. */
function headBreaches(answer: CourseAnswer): readonly Breach[] {
  const { role, path, files } = answer;
  const declared = declaredFailures(answer);
  if (role === 'also' || role === 'solution') {
    return declared === undefined ? [] : [{ promise: role, details: courseBreaches.rightFails(path) }];
  }
  if (role !== 'wrong') return [];
  const twice = declared?.filter((check, index) => declared.indexOf(check) < index) ?? [];
  if (twice.length > 0) return [{ promise: 'wrong', details: courseBreaches.failsTwice(path, [...new Set(twice)]) }];
  const lines = files[0]?.source.split('\n') ?? [];
  const misplaced = declared === undefined ? lines.findIndex((line) => /^\s*\/\/\s*fails\b/i.test(line)) : -1;
  return misplaced < 0 ? [] : [{ promise: 'wrong', details: courseBreaches.failsMisplaced(path, misplaced + 1) }];
}
