// Lies about what is an instance of what. Earns nothing.
import { Coroutine, Task } from '@teatime/core';
for (const type of [Coroutine, Task, Promise, Error, Map, Function]) {
  Object.defineProperty(type, Symbol.hasInstance, { value: () => true });
}
export const gather = () => [];
