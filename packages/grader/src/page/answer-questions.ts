import type { WorkerScope } from './worker-scope.ts';

/** A question to a worker, with its number. */
export interface Asked<Question> {
  readonly number: number;
  readonly question: Question;
}

/** What such a worker says: that it listens, and what it has found out. */
export type Answered<Answer> =
  | { readonly t: 'ready' }
  | { readonly t: 'answer'; readonly number: number; readonly answer: Answer };

/** What a worker does that is asked by `Questions`. To be called when all is loaded. */
export function answerQuestions<Question, Answer>(scope: WorkerScope<Asked<Question>, Answered<Answer>>, answerTo: (question: Question) => Answer | Promise<Answer>): void {
  scope.addEventListener('message', ({ data: { number, question } }) => {
    void Promise.resolve(answerTo(question)).then((answer) => scope.postMessage({ t: 'answer', number, answer }));
  });
  scope.postMessage({ t: 'ready' });
}
