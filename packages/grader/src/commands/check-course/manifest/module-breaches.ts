import { isBuiltin } from 'node:module';
import type { Exercise } from '../../../course/course.ts';
import { nearest } from '../../../messages/nearest.ts';
import { breaches } from '../../../messages/breaches.ts';
import type { Breach } from '../breach/breach.ts';
import type { CourseAnswer } from '../answers/answers.ts';

/** Modules that the exercise allows, and that no answer could import: only the course's own and Node's are there. */
export function importBreaches({ id, imports }: Exercise): readonly Breach[] {
  return imports
    .map((name, index) => ({ name, place: `packages/exercises/${id}/exercise.json: imports[${index}]` }))
    .filter(({ name }) => !isImportable(name, imports))
    .map(({ name, place }) => ({ promise: 'manifest', details: breaches.noModule(place, name, meantBy(name)) }));
}

const ownModule = '@teatime/core';

/** A module of Node may also be named without its `node:`, where it is named with it as well. */
function isImportable(name: string, imports: readonly string[]): boolean {
  if (name === ownModule) return true;
  return isBuiltin(name) && (name.startsWith('node:') || imports.includes(`node:${name}`));
}

function meantBy(name: string): string | undefined {
  return isBuiltin(`node:${name}`) ? `node:${name}` : nearest(name, [ownModule, ...nodeModules]);
}

/** Those that exercises are about. */
const nodeModules = ['fs', 'fs/promises', 'crypto', 'util', 'timers', 'timers/promises', 'process'].map((name) => `node:${name}`);

/** What the exercise says that its solution exports, and that the solution does not, or not as a function. */
export async function exportBreaches({ id, exports }: Exercise, { path, files }: CourseAnswer): Promise<readonly Breach[]> {
  const { exportedNames } = await import('./exported-names.ts');
  const exported = exportedNames(files[0]?.source ?? '');
  if (exported === undefined) return [];
  const manifest = `packages/exercises/${id}/exercise.json`;
  return exports.flatMap((name): readonly Breach[] => {
    const kind = exported.get(name);
    if (kind === undefined) return [{ promise: 'files', details: breaches.notExported(manifest, path, name) }];
    return kind === 'value' ? [{ promise: 'files', details: breaches.noFunction(manifest, path, name) }] : [];
  });
}
