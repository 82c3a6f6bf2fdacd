// Has the gate ask the compiler, which then is busy with its types. For tea. Earns nothing.
enum Cup { Small }
type List<N extends number, T extends 0[] = []> = T['length'] extends N ? T : List<N, [...T, 0]>;
type Power<A, D> = D extends [0, ...infer R] ? Power<A extends any ? [A, 1] | [A, 2] : never, R> : A;
let tea: Power<1, List<16>> = 1 as never as Power<2, List<16>>;
export const makeTea = () => [Cup, tea];
