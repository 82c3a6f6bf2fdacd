import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Context } from '../../../cli/context.ts';
import { leaveWithCtrlC } from '../../../cli/interrupt.ts';
import type { CourseLayout } from '../../../course/layout.ts';
import type { CourseOutline } from '../../../course/read-course.ts';
import { Examiner } from '../../../grading/examiner.ts';
import { watchTexts } from '../../../messages/watch.ts';
import { probeSandbox } from '../../../sandbox/probe.ts';
import { exitCodes } from '../../../verdict/exit-code.ts';
import type { ExitCode } from '../../../verdict/exit-code.ts';
import { FileWatcher, stateOf } from '../../grade/file-watcher.ts';
import type { Watched } from '../../grade/file-watcher.ts';
import { keyboardOf, listenToKeys } from '../../grade/keys.ts';
import { EventQueue } from '../../grade/watch/event-queue.ts';
import { Screen } from '../../grade/watch/screen.ts';
import { TypeReader } from '../suite/type-breaches.ts';
import { ProofSession } from './proof-session.ts';
import type { ProofEvent } from './proof-session.ts';

/** `teatime check-course ID --watch`: proves an exercise after every save of one of its files. Ends with `q` or Ctrl-C. */
export async function watchProof(id: string, outline: CourseOutline, layout: CourseLayout, context: Context): Promise<ExitCode> {
  leaveWithCtrlC();
  await using examiner = new Examiner(layout, await probeSandbox(), { warm: true });
  await using types = new TypeReader(layout);
  const events = new EventQueue<ProofEvent>();
  const enough = new AbortController();
  const interrupted = AbortSignal.any([context.interrupted, enough.signal]);
  interrupted.addEventListener('abort', () => events.push({ t: 'key', action: 'quit' }));
  using keys = listenToKeys(keyboardOf(context), (action) => (action === 'quit' ? enough.abort() : events.push({ t: 'key', action })));
  const redraw = (): void => events.push({ t: 'resize' });
  process.stdout.on('resize', redraw);
  using _resizing = { [Symbol.dispose]: () => process.stdout.off('resize', redraw) };
  await using files = new FileWatcher({
    watched: outline.exercises.map((exercise) => filesOf(exercise, layout)),
    onSave: (exercise) => events.push({ t: 'save', exercise }),
    onSilence: () => events.push({ t: 'tell', text: watchTexts.looking }),
  });
  await files.ready;
  const session = new ProofSession({ outline, layout, examiner, types, events, screen: new Screen(context), context: { ...context, interrupted }, hasKeys: keys.listening });
  await session.run(id);
  return exitCodes.passed;
}

/** All that an exercise is made of. */
function filesOf(id: string, { exercises, solutions, suites }: CourseLayout): Watched<string> {
  const files = ['suite.ts', 'hidden.suite.ts'].map((ending) => join(suites, `${id}.${ending}`));
  const folders = [exercises, solutions, suites].map((folder) => join(folder, id));
  return { subject: id, paths: [...folders, ...files], state: () => stateOf([...files, ...folders.flatMap(filesIn)]) };
}

function filesIn(folder: string): readonly string[] {
  try {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).toSorted();
  } catch {
    // It has gone, or goes while it is read: that is another state too.
    return [];
  }
}
