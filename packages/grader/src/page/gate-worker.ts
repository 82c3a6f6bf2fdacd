import { type Admission, admission } from '../submission/admission.ts';
import { readSource } from '../submission/read-source.ts';
import { type Answered, answerQuestions, type Asked } from './answer-questions.ts';
import type { GateQuestion } from './protocol.ts';
import type { WorkerScope } from './worker-scope.ts';

/*
 * A worker that reads answers and runs nothing of them: it stays, since the parser takes a while to load.
 */

declare const self: WorkerScope<Asked<GateQuestion>, Answered<Admission>>;

answerQuestions(self, ({ exercise, files }) => admission(exercise, files, readSource));
