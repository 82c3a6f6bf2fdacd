import type { Context } from '../../cli/context.ts';
import { say } from '../../cli/say.ts';
import type { HandIn } from '../../classroom/hand-in.ts';
import { labelsOf } from '../../classroom/labels.ts';
import type { Exercise } from '../../course/course.ts';
import { classTexts } from '../../messages/grade-class.ts';
import type { Text } from '../../messages/text.ts';
import { visibleName } from '../../messages/visible.ts';
import { readerOf } from './find-class.ts';

/** Reads every hand-in as it would be graded, and says of which something is left out, or all. */
export async function lookInside(handIns: readonly HandIn[], exercises: readonly Exercise[], context: Context): Promise<void> {
  const read = readerOf(exercises);
  const labelOf = labelsOf(handIns);
  const found: Text[] = [];
  for (const handIn of handIns) {
    const content = await read(handIn);
    const told = 'state' in content ? [content.reason] : content.notes;
    if (handIn.sources.length > 0) found.push(...told.map((text) => classTexts.lookAt(visibleName(labelOf(handIn)), text)));
  }
  if (found.length > 0) say(context, classTexts.inside(found));
}
