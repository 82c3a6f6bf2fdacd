import { EventLoop, sleep } from '@teatime/exercises/event-loop';
import { assert, check, sameValue } from '@teatime/grader/kit';
import { coroutines } from './event-loop/coroutines.ts';
import { failingTask, joinError, joinValue } from './event-loop/joins.ts';
import { loops, taskNames } from './event-loop/loops.ts';
import { mainError, mainResult, startsLater } from './event-loop/main.ts';
import { fifo, timerOrder } from './event-loop/order.ts';
import { says } from './event-loop/says.ts';
import { stageFor, unevenDurations, type Workshop } from './event-loop/stage.ts';
import { idleTime, noStarving, sleepsAtTheSameTime } from './event-loop/time.ts';

checkLoop('main-result', mainResult);
checkLoop('main-error', mainError);
checkLoop('starts-later', startsLater);
checkLoop('fifo', fifo);
checkLoop('sleep', sleepsAtTheSameTime);
checkLoop('timer-order', timerOrder);
checkLoop('idle-time', idleTime);
checkLoop('no-starving', noStarving);
checkLoop('join-value', joinValue);
checkLoop('join-error', joinError);
checkLoop('failing-task', failingTask);
checkLoop('loops', loops);
checkLoop('names', taskNames);

/** A check in which nothing is awaited: the student's loop runs from beginning to end in one call. */
function checkLoop(id: string, body: (workshop: Workshop) => void): void {
  check(id, (lab) => {
    const ms = lab.random.int(1, 999);
    const given: unknown = sleep(ms);
    assert(sameValue(given, coroutines.sleep(ms)), says.otherSleep(ms, given));
    body({
      ...coroutines,
      lab,
      stage: (start) => stageFor(lab, (clock) => new EventLoop(clock), start),
      times: (count) => unevenDurations(lab, count),
    });
    return Promise.resolve();
  });
}
