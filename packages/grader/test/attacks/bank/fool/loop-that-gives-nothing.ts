// Is a loop that gives nothing, or something else, from all of its methods. For event-loop. Earns at most 2.
let turn = 0;
const gifts = [undefined, null, 0, '', [], () => {}, Symbol.iterator, new Proxy({}, { get: () => undefined })];
export const sleep = () => gifts[turn++ % gifts.length];
export class EventLoop {
  createTask(coroutine) { return turn++ % 2 ? gifts[turn % gifts.length] : coroutine.next(); }
  run(main) { for (let i = 0; i < 50; i++) main.next(gifts[turn++ % gifts.length]); return gifts[turn % gifts.length]; }
}
