import type { PlaygroundWords } from '../../../../packages/grader/src/messages/playground.ts';
import { answerFragment } from '../../../../packages/grader/src/page/answers/answer-link.ts';
import type { Answer } from './use-answer.ts';

/** Copies a link that carries the answer; where nobody may copy, it is in the address of the page. */
export function useLink(id: string, answer: Answer, words: PlaygroundWords): () => Promise<void> {
  return async () => {
    const link = new URL(await answerFragment(id, answer.files.value), location.href).href;
    try {
      await navigator.clipboard.writeText(link);
      answer.notice.value = { text: words.copied };
    } catch {
      history.replaceState(history.state, '', link);
      answer.notice.value = { text: words.linkIsInAddress };
    }
  };
}
