import { admission } from '../submission/admission.ts';
import { readSource } from '../submission/read-source.ts';
import type { FromGate, GateQuestion } from './protocol.ts';
import type { WorkerScope } from './worker-scope.ts';

/*
 * A worker that reads answers and runs nothing of them: it stays, since the parser takes a while to load.
 */

declare const self: WorkerScope<GateQuestion, FromGate>;

const post = (message: FromGate): void => self.postMessage(message);

self.addEventListener('message', ({ data: { number, exercise, files } }) => {
  void admission(exercise, files, readSource).then((found) => post({ t: 'admission', number, admission: found }));
});
post({ t: 'ready' });
