import { runVirtual, VirtualClock } from '@teatime/core';
import { onTestFinished, expect, test } from 'vitest';
import { Lines } from '../../src/bridge/line.ts';
import { RemoteSession } from '../../src/bridge/remote-session.ts';
import type { StudentReport } from '../../src/bridge/student-session.ts';

/** A student process in which nothing is left of the host: it says `idle`, then whatever it likes. */
async function meet(says: string): Promise<StudentReport> {
  const program = `
    const { readSync, writeSync } = require('node:fs');
    const send = (text, length = Buffer.byteLength(text)) => {
      const head = Buffer.alloc(4);
      head.writeUInt32LE(length);
      const bytes = Buffer.concat([head, Buffer.from(text)]);
      for (let at = 0; at < bytes.length; ) try { at += writeSync(4, bytes, at); } catch (error) { if (error.code !== 'EAGAIN') throw error; }
    };
    const say = (...frames) => frames.forEach((frame) => send(typeof frame === 'string' ? frame : JSON.stringify(frame)));
    const loaded = { t: 'loaded', ok: true, exports: [['f', { $: 'function', id: 1, name: 'f', length: 0 }]] };
    const idle = { t: 'idle' };
    const returned = (value) => ({ t: 'return', ok: true, value });
    say(idle);
    ${says}
    setInterval(() => {}, 1000);
  `;
  const session = new RemoteSession({
    line: new Lines({ command: [process.execPath, '--input-type=commonjs', '--eval', program], image: {}, entry: '' }).open(),
    module: { files: { 'answer.ts': '' }, entry: 'answer.ts', imports: [] },
  });
  onTestFinished(() => session.close());
  const clock = new VirtualClock();
  await session.begin({ files: {}, readMs: 1, hashMs: 1 });
  await runVirtual(async () => session.bind('f')((x: unknown) => x), { clock, whenStuck: () => session.nudge() }).catch(() => {});
  return session.end();
}

const refused = 'refused';

test.each<[what: string, says: string, cause: string]>([
  ['text that is no JSON', `say('{"t":');`, refused],
  ['JSON that is no object', `say('[]');`, refused],
  ['brackets without end', `say('['.repeat(4e6));`, refused],
  ['a frame without a kind', `say({});`, refused],
  ['a frame of an unknown kind', `say({ t: 'pass' });`, refused],
  ['the answer to another question', `say(returned(1), idle);`, refused],
  ['that it is idle before it has answered', `say(idle);`, refused],
  ['two answers to one question', `say(loaded, loaded, idle);`, refused],
  ['an answer twice, in the next turn', `say(loaded, idle, returned(1), returned(2), idle);`, refused],
  ['that it asks for calls that nobody wants to make', `say(loaded, idle, { t: 'together' });`, refused],
  ['a call of something that was never given', `say({ t: 'call', id: 7, op: 'call', args: [] });`, refused],
  ['a promise settled that never was', `say({ t: 'settle', id: 3, ok: true, value: null });`, refused],
  ['a reference to nothing', `say(loaded, idle, returned({ $: 'mine', id: 99 }), idle);`, refused],
  ['a thing that it says is another', `say(loaded, idle, returned({ $: 'promise', id: 1 }), idle);`, refused],
  ['a member that no stand-in has', `say(loaded, idle, returned({ $: 'object', id: 9, members: [{ name: 'asymmetricMatch', kind: 'method' }] }), idle);`, refused],
  ['a property that data never has', `say(loaded, idle, returned({ $: 'data', v: [['__proto__', 1]] }), idle);`, refused],
  ['more exports than there can be', `say({ ...loaded, exports: Array.from({ length: 2000 }, (_, i) => ['e' + i, 1]) }, idle);`, refused],
  ['a timer that goes off in the past', `say({ t: 'timer', id: 1, ms: -5 });`, refused],
  ['a million timers', `for (let i = 1; i < 1e6; i++) say({ t: 'timer', id: i, ms: 1 });`, refused],
  ['time that stands still backwards', `say({ t: 'block', ms: -1 });`, refused],
  ['a place that is none', `say({ t: 'stuck', place: { file: 1 }, functionName: 'x' });`, refused],
  ['the head of a frame of four gigabytes', `send('x', 0xffffffff);`, 'flood'],
  ['half a frame', `send('{', 1000);`, 'standstill'],
  ['the same for ever', `for (;;) say({ t: 'clear', id: 1 });`, 'flood'],
  ['signs of life for ever', `for (;;) say({ t: 'alive' });`, 'flood'],
  ['nothing', ``, 'standstill'],
  ['its farewell', `process.exit(0);`, 'exit'],
])('A process that says %s is ended', async (_what, says, cause) => {
  const { death } = await meet(says);
  const causes = cause === 'flood' ? ['flood', 'load-hang'] : [cause];
  expect(causes).toContain(death?.cause);
});

test('A place outside of the submission is not shown', async () => {
  const { death } = await meet(`say({ t: 'stuck', place: { file: '/etc/passwd', line: 1, column: 1 }, functionName: 'x' });`);
  expect(death).toMatchObject({ cause: 'standstill' });
  expect(death).not.toHaveProperty('location');
});
