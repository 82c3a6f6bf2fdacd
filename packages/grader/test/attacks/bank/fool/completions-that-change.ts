// Gives completions whose parts change whenever they are read, with tasks of its own making. For as-completed. Earns at most 3.
import { Task } from '@teatime/core';
export async function* asCompleted(tasks) {
  let reads = 0;
  for (const task of tasks) {
    const fake = Object.create(Task.prototype, { name: { get: () => tasks[reads++ % tasks.length].name } });
    yield new Proxy({ task, status: 'fulfilled', value: 1 }, {
      get: (target, key) => (key === 'task' ? [task, fake, ...tasks][reads++ % (tasks.length + 2)] : key === 'status' ? ['fulfilled', 'rejected'][reads++ % 2] : target[key]),
      ownKeys: () => ['task', 'status', 'value', 'reason', `x${reads++}`],
      getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true, value: reads++ }),
    });
  }
}
