import type ts from 'typescript';
import { Bindings } from '../binding/bindings.ts';
import { AsyncContexts } from './async-context.ts';
import { Callbacks } from './callbacks.ts';
import type { Surroundings } from './effects/surroundings.ts';
import type { Options } from './options.ts';
import { Catalogue } from './primitives/catalogue.ts';
import { Reach } from './reach.ts';

/** Everything that the rule finds out about a program, and remembers from one of its files to the next. */
export interface Analysis extends Surroundings {
  readonly reach: Reach;
}

const analyses = new WeakMap<ts.Program, Map<string, Analysis>>();
const catalogues = new Map<string, Catalogue>();

/** The analysis of a program under these options; without a program a new one, for a single file. */
export function analysisOf(program: ts.Program | undefined, options: Options): Analysis {
  const key = JSON.stringify({ ...options, language: undefined });
  const known = program && analyses.get(program)?.get(key);
  if (known !== undefined) return known;
  const analysis = analyse(program, options, catalogueOf(options, key));
  if (program !== undefined) analyses.set(program, (analyses.get(program) ?? new Map<string, Analysis>()).set(key, analysis));
  return analysis;
}

function analyse(program: ts.Program | undefined, options: Options, catalogue: Catalogue): Analysis {
  const bindings = new Bindings(program, (module) => catalogue.knows(module));
  const callbacks = new Callbacks(bindings, options);
  const contexts = new AsyncContexts(bindings, callbacks);
  const around = { bindings, callbacks, catalogue, contexts, busyWait: options.busyWait };
  return { ...around, reach: new Reach(around, options.maxDepth) };
}

function catalogueOf(options: Options, key: string): Catalogue {
  const catalogue = catalogues.get(key) ?? new Catalogue(options);
  catalogues.set(key, catalogue);
  return catalogue;
}
