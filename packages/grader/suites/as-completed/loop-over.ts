import { fail } from '@teatime/grader/kit';
import { says } from './says.ts';

type Method = () => unknown;

/**
 * What `for await` loops over, asked for its parts as `for await` asks. What is no iterator fails the check in words for
 * a student; left to `for await` itself, it would throw an error of the suite's own.
 */
export function loopOver(given: unknown): AsyncIterable<unknown> {
  return { [Symbol.asyncIterator]: () => iteratorOf(given) };
}

function iteratorOf(given: unknown): AsyncIterator<unknown> {
  const holder = isObject(given) ? given : fail(says.noLoop(given));
  const begin = methodOf(holder, Symbol.asyncIterator);
  const iterator = (begin ?? methodOf(holder, Symbol.iterator) ?? fail(says.noLoop(given)))();
  if (!isObject(iterator)) fail(says.noIterator(given));
  const next = methodOf(iterator, 'next') ?? fail(says.noIterator(given));
  const leave = methodOf(iterator, 'return');
  const stepOf = async (asked: unknown): Promise<IteratorResult<unknown>> => {
    const step = await asked;
    if (!isObject(step)) return fail(says.noStep(step));
    const done = Boolean(Reflect.get(step, 'done'));
    const value: unknown = Reflect.get(step, 'value');
    // The items of an ordinary iterator are awaited, those of an async one are not.
    return { done, value: begin ? value : await value };
  };
  return {
    next: () => stepOf(next()),
    ...(leave && { return: () => stepOf(leave()) }),
  };
}

function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

function methodOf(holder: object, name: string | symbol): Method | undefined {
  const method: unknown = Reflect.get(holder, name);
  return typeof method === 'function' ? (): unknown => Reflect.apply(method, holder, []) : undefined;
}
