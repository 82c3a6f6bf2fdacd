import { runVirtual } from '@teatime/core';
import { cases } from './cases.ts';

// `node run-case.ts WORK WHO` prints how long it took, in milliseconds, and how many bytes more the process had at its peak.

const asked = process.argv.slice(2).join(' ');
const all = Object.entries(cases).flatMap(([work, contestants]) => Object.entries(contestants).map(([who, run]) => [`${work} ${who}`, run] as const));
const run = new Map<string, () => Promise<unknown>>(all).get(asked);
if (run === undefined) throw new Error(`there is no ${asked}`);
const peak = (): number => process.resourceUsage().maxRSS * 1024;
const before = peak();
const begin = performance.now();
await runVirtual(run);
console.log(performance.now() - begin, peak() - before);
