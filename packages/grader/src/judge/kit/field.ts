/**
 * A property of whatever a submission gave: undefined where there is none, or nothing that could have one.
 *
 * @example
 * const { value } = await call<unknown>(lab, lab.job().run).fulfilled(says.neverEnds);
 * assert(field(value, 'status') === 'fulfilled', says.other(value));
 */
export function field(holder: unknown, name: string): unknown {
  return typeof holder === 'object' && holder !== null ? Reflect.get(holder, name) : undefined;
}
