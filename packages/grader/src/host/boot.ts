import { registerHooks } from 'node:module';
import { readFrame } from './pipe.ts';

/*
 * The first thing that runs in a student process, given to Node as text. The process may read no file at all,
 * so the modules that it is made of arrive in the first frame and are imported from memory.
 */

const start = readFrame();
if (start.t !== 'start') throw new Error(`the first frame is ${start.t}`);
const modules = new Map(Object.entries(start.modules));
const core = 'teatime:///core/src/index.ts';

registerHooks({
  resolve(specifier, context, next) {
    if (specifier === '@teatime/core') return { url: core, shortCircuit: true };
    if (specifier.startsWith('.') && context.parentURL?.startsWith('teatime:')) {
      return { url: new URL(specifier, context.parentURL).href, shortCircuit: true };
    }
    if (modules.has(specifier)) return { url: specifier, shortCircuit: true };
    return next(specifier, context);
  },
  load(url, context, next) {
    const source = modules.get(url);
    return source === undefined ? next(url, context) : { format: 'module', source, shortCircuit: true };
  },
});

for (const url of ['teatime:///grader/src/host/watchdog.ts', start.entry]) await import(url);
