import { fileTroubles } from '../messages/file-troubles.ts';
import type { Text } from '../messages/text.ts';
import type { FileProblem } from './file-problem.ts';

/** Why a file could not be used, in words, to stand behind a colon. */
export function fileTrouble(problem: FileProblem): Text {
  if (problem.code === 'link') return fileTroubles.link(problem.path);
  return fileTroubles.byCode[problem.code] ?? { en: problem.code, 'zh-CN': problem.code };
}
