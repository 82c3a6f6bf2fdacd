// Makes the coroutines and tasks of its own side answer at once. Earns nothing.
import { Coroutine, Task } from '@teatime/core';
Coroutine.prototype.then = Task.prototype.then = (done) => done([]);
export const gather = (items) => items[0];
