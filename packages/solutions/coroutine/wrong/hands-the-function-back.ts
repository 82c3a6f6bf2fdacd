// fails: lazy, runs-when-awaited, once, errors
// Takes the async function for a coroutine function already.
export function coroutine<Fn>(fn: Fn): Fn {
  return fn;
}
