import { cli, inTurns, median, node, noSandbox, plainVitest, show } from './peers.ts';

/*
 * What it costs to prove the course: `teatime check-course`, with and without bubblewrap, against a plain `vitest run` of the
 * same suites with the solutions. Prints medians in milliseconds of real time, and ratios.
 *
 * node bench/check-course.ts [rounds] [exercise…]
 */

const [rounds = '1', ...ids] = process.argv.slice(2);

const proof = [cli, 'check-course', ...ids];
const plain = inTurns(5, { 'vitest run, plain': () => node([...plainVitest, '--run', ...ids]) });
const times = inTurns(Number(rounds), { 'check-course': () => node(proof), 'check-course, no bubblewrap': () => node(proof, noSandbox) });
const peer = median(plain.get('vitest run, plain') ?? []);
show('vitest run, plain', peer, 'ms');
for (const [name, values] of times) {
  show(name, median(values), 'ms');
  show(`${name} / plain vitest`, median(values) / peer, '', 1);
}
