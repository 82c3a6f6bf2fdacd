// Comes by Promise.all without ever naming it. Earns nothing.
const promise: never = (async () => {})() as never;
const combinators = promise[['constr', 'uctor'].join('')] as never;
export const gather = (list: never[], { returnExceptions = false } = {}) => {
  const settle = (combinators as never)[['all', 'Settled'].join('')] as never;
  if (!returnExceptions) return Reflect.apply(combinators[['a', 'll'].join('')], combinators, [list]);
  return Reflect.apply(settle, combinators, [list]).then((all: never[]) => all.map(({ value, reason }) => value ?? reason));
};
