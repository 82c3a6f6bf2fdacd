// Inputs fail here, first, last and all of them: a rejection that nobody handles would end the program.
import { EventLoop, sleep, type LoopCoroutine } from '../event-loop.ts';

const loop = new EventLoop({ now: () => 0, waitUntil: () => {} });

function* failing(): LoopCoroutine<never> {
  throw new Error('no water');
}

function* main(): LoopCoroutine<void> {
  loop.createTask(failing());
  yield sleep(0);
}

loop.run(main());
