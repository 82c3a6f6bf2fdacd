import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Random } from '@teatime/core';
import { cli, root, show } from './peers.ts';

/*
 * How much memory `teatime grade-class` needs itself, without its workers, for a small and for a large class. All hand-ins differ, in their
 * shape as well; most of them the gate refuses, so that a thousand are no matter of hours. Prints the most that was resident, in MB.
 *
 * node bench/class-memory.ts [50 1000]
 */

const [few = 50, many = 1000] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), 'teatime-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const solution = readFileSync(join(root, 'packages/solutions/tea/tea.ts'), 'utf8');

function memoryFor(students: number): number {
  const random = new Random(students);
  for (let index = 0; index < students; index += 1) {
    const place = join(folder, `class-${students}`, `student-${index}`);
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, 'tea.ts'), `${solution}\n${ownCode(random, index)}${index % 50 === 0 ? '' : 'function {\n'}`);
  }
  const peak = join(folder, `peak-${students}`);
  const tell = `process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(peak)}, String(process.resourceUsage().maxRSS)))`;
  const hook = join(folder, 'tell.cjs');
  writeFileSync(hook, tell);
  const command = ['--require', hook, cli, 'grade-class', join(folder, `class-${students}`), '--out', join(folder, `out-${students}`), '--exercises', 'tea'];
  const { status, stderr } = spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`it ended with ${status}: ${stderr}`);
  return Number(readFileSync(peak, 'utf8')) / 1024;
}

/** Thirty lines as nobody else has them. */
function ownCode(random: Random, index: number): string {
  const statements = ['if (a > 1) a = b;', 'for (const one of [a]) b += one;', 'a = b ? a : [b].length;', 'while (a < 0) a++;', 'b = Math.max(a, b);', 'try { a--; } catch { b = 0; }', 'a = (() => b)();'];
  const lines = Array.from({ length: 30 }, () => `  ${random.pick(statements)}`);
  return `export function own${index}(a: number, b: number): number {\n${lines.join('\n')}\n  return a;\n}\n`;
}

const [small, large] = [memoryFor(few), memoryFor(many)];
show(`${few} hand-ins`, small, 'MB');
show(`${many} hand-ins`, large, 'MB');
show('large / small', large / small);
