import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Random } from '@teatime/core';
import { readCourse } from '../src/course/read-course.ts';
import { answerBank } from '../test/support/made-up-class/answers.ts';
import { cli, median, root, run, show } from './peers.ts';

/*
 * How many hand-ins a second `teatime grade-class` grades, against a loop of `teatime grade --from` over hand-ins of the same kind, right
 * and wrong, each of another content. Both are run in turns. Prints medians of real time, and their ratio.
 *
 * node bench/grade-class.ts [--students 60] [--loop 6] [--rounds 3] [--exercises tea,coroutine]
 */

const { values } = parseArgs({
  options: {
    students: { type: 'string', default: '60' },
    loop: { type: 'string', default: '6' },
    rounds: { type: 'string', default: '3' },
    exercises: { type: 'string', default: 'tea,coroutine' },
  },
});
const [students, inLoop, rounds] = [Number(values.students), Number(values.loop), Number(values.rounds)];
const ids = values.exercises === 'all' ? undefined : values.exercises.split(',');
const exercises = (await readCourse(root)).exercises.filter(({ id }) => ids === undefined || ids.includes(id));
const named = exercises.map(({ id }) => id);
const banks = await Promise.all(exercises.map(async (exercise) => ({ exercise, bank: await answerBank(exercise) })));
const folder = mkdtempSync(join(tmpdir(), 'teatime-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const random = new Random(1);

/** So many hand-ins that nobody has seen before. */
function handIns(name: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => {
    const place = join(folder, name, `student-${index}`);
    mkdirSync(place, { recursive: true });
    for (const { exercise, bank } of banks) {
      const { source } = random.pick(random.chance(0.5) ? bank.right : bank.wrong);
      writeFileSync(join(place, exercise.files[0] ?? ''), `${source}\n// ${name} ${index}\n`);
    }
    return place;
  });
}

function secondsOf(work: () => void): number {
  const begin = performance.now();
  work();
  return (performance.now() - begin) / 1000;
}

const [loop, together]: [number[], number[]] = [[], []];
for (let round = 0; round < rounds; round += 1) {
  const one = handIns(`loop-${round}`, inLoop);
  loop.push(inLoop / secondsOf(() => one.forEach((place) => run([cli, 'grade', ...named, '--from', place, '--json', join(folder, 'result.json')], [0, 1]))));
  handIns(`class-${round}`, students);
  together.push(students / secondsOf(() => run([cli, 'grade-class', join(folder, `class-${round}`), '--out', join(folder, `out-${round}`), '--exercises', named.join()], [0])));
}
const [slow, fast] = [median(loop), median(together)];
show('grade --from, one after another', slow, 'a second', 2);
show(`grade-class, ${students} hand-ins`, fast, 'a second', 2);
show('grade-class / loop', fast / slow);
