/** What the host, core and the wire do without: whoever calls one of these is the student's code. */
const watchable: ReadonlyMap<string, string> = new Map(['all', 'allSettled', 'any', 'race'].map((member) => [`Promise.${member}`, member]));

/**
 * Has each use of what an exercise forbids told. The linter looks for it in the source, but whoever wants to can come by it
 * in ways that no source shows: `(async () => {})()[['constr', 'uctor'].join('')]`. To be called before the realm is locked.
 *
 * @param names as `Promise.all`
 */
export function watchForbidden(names: readonly string[], onUse: (name: string) => void): void {
  for (const name of names) {
    const member = watchable.get(name);
    const original: unknown = member === undefined ? undefined : Reflect.get(Promise, member);
    if (member === undefined || typeof original !== 'function') continue;
    const watched = function (this: unknown, ...args: readonly unknown[]): unknown {
      onUse(name);
      return Reflect.apply(original, this, args);
    };
    Object.defineProperties(watched, { name: { value: member }, length: { value: original.length } });
    Object.defineProperty(Promise, member, { value: watched, enumerable: false });
  }
}
