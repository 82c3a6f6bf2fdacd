// Is a loop whose methods are not there, or are no functions. For event-loop. Earns nothing.
let turn = 0;
export const sleep = {};
export class EventLoop {
  constructor() { if (turn++ % 3 === 1) return { run: 1, createTask: [] }; if (turn % 3 === 2) return new Map([['run', () => {}]]); }
  #run() {}
  Run() {}
}
