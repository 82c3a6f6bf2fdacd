import { kept } from 'virtual:teatime/libraries';
import './lint/process.ts';
import type { LintJob } from '../lint/lint-job.ts';
import { type LintReading, SubmissionLinter } from '../lint/lint.ts';
import { type Answered, answerQuestions, type Asked } from './answer-questions.ts';
import { exercisesFolder, keptLibraries } from './lint/kept-libraries.ts';
import type { WorkerScope } from './worker-scope.ts';

/*
 * A worker with the compiler and the linter, which look at answers without running them: megabytes, for which no verdict waits.
 */

declare const self: WorkerScope<Asked<LintJob>, Answered<LintReading>>;

const linter = new SubmissionLinter(exercisesFolder, keptLibraries(kept));
linter.warmUp();
answerQuestions(self, (job) => linter.read(job));
