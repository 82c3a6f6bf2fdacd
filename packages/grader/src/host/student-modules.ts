import { registerHooks } from 'node:module';
import type { StudentModule } from '../wire/frames.ts';
import { studentScheme } from './place.ts';
import { simulatedFile, simulatedModules } from './simulated-modules.ts';

const simulated: ReadonlyMap<string, string> = new Map(
  simulatedModules.map((name) => [`node:${name}`, `teatime:///grader/src/host/${simulatedFile(name)}`]),
);

let loads = 0;
let current: StudentModule = { files: {}, entry: '', imports: [] };

/** Imports a fresh copy of the submission's entry file. Rejects with whatever it throws. */
export async function importStudentModule(module: StudentModule): Promise<object> {
  current = module;
  const namespace: object = await import(`${studentScheme}///${++loads}/${module.entry}`);
  return namespace;
}

registerHooks({
  resolve(specifier, context, next) {
    if (specifier.startsWith(studentScheme) && !context.parentURL?.startsWith(studentScheme)) {
      return { url: specifier, format: 'module', shortCircuit: true };
    }
    if (!context.parentURL?.startsWith(studentScheme)) return next(specifier, context);
    if (/^\.\.?\//.test(specifier)) return resolveFile(specifier, context.parentURL);
    const name = specifier === '@teatime/core' || specifier.startsWith('node:') ? specifier : `node:${specifier}`;
    if (!current.imports.includes(name)) throw new Error(`'${specifier}' may not be imported in this exercise`);
    return next(simulated.get(name) ?? name, { ...context, parentURL: undefined });
  },
  load(url, context, next) {
    if (!url.startsWith(studentScheme)) return next(url, context);
    const source = current.files[fileOf(url)] ?? '';
    return { format: 'module', source, shortCircuit: true };
  },
});

function resolveFile(specifier: string, parent: string): { url: string; format: 'module'; shortCircuit: true } {
  const url = new URL(specifier, parent).href;
  if (!Object.hasOwn(current.files, fileOf(url))) throw new Error(`'${specifier}' is not one of the files of this exercise`);
  return { url, format: 'module', shortCircuit: true };
}

function fileOf(url: string): string {
  return new URL(url).pathname.replace(/^\/\d+\//, '');
}
