import type ts from 'typescript';
import { Bindings } from '../binding/bindings.ts';
import type { SourceModel } from '../binding/source-model.ts';
import { AsyncContexts } from './async-context.ts';
import { Callbacks } from './callbacks.ts';
import type { Surroundings } from './effects/surroundings.ts';
import type { Options } from './options.ts';
import { Catalogue } from './primitives/catalogue.ts';
import { Reach } from './reach.ts';
import { Threads } from './threads/threads.ts';
import { namesPrimitives } from './triggers/file-triggers.ts';
import { Leads } from './triggers/leads.ts';
import { ProjectTriggers } from './triggers/project-triggers.ts';

/** Everything that the rule finds out about a program, and remembers from one of its files to the next. */
export interface Analysis extends Surroundings {
  readonly reach: Reach;
}

/** The analyses under one set of options: one for each program, and one for each file that has none. */
export class Analyses {
  readonly #options: Options;
  readonly #catalogue: Catalogue;
  readonly #leads: Leads;
  readonly #programs = new WeakMap<ts.Program, ProgramAnalysis>();

  constructor(options: Options) {
    this.#options = options;
    this.#catalogue = new Catalogue(options);
    this.#leads = new Leads(this.#catalogue);
  }

  /** May a call in the file block? Most files neither name what does nor import what might. */
  areWorthwhileFor(model: SourceModel): boolean {
    if (namesPrimitives(model, this.#leads)) return true;
    const { services, ast } = model;
    const file = services?.esTreeNodeToTSNodeMap.get(ast);
    return services !== undefined && file !== undefined && this.#ofProgram(services.program).project.importsWhatMayBlock(file);
  }

  analysisOf({ services }: SourceModel): Analysis {
    return services === undefined ? this.#analyse(undefined, undefined) : this.#ofProgram(services.program).analysis;
  }

  #ofProgram(program: ts.Program): ProgramAnalysis {
    const known = this.#programs.get(program);
    if (known !== undefined) return known;
    const project = new ProjectTriggers(program, this.#leads);
    const made = { project, analysis: this.#analyse(program, project) };
    this.#programs.set(program, made);
    return made;
  }

  #analyse(program: ts.Program | undefined, project: ProjectTriggers | undefined): Analysis {
    const catalogue = this.#catalogue;
    const interest = {
      isKnown: (module: string) => catalogue.knows(module),
      mayBlock: (file: ts.SourceFile) => project?.mayBlock(file) ?? true,
    };
    const bindings = program === undefined ? Bindings.ofNames() : Bindings.ofProgram(program, interest);
    const callbacks = new Callbacks(bindings, this.#options);
    const contexts = new AsyncContexts(bindings, callbacks);
    const around = { bindings, callbacks, catalogue, contexts, busyWait: this.#options.busyWait, threads: new Threads(bindings.resolver) };
    return { ...around, reach: new Reach(around, this.#options.maxDepth) };
  }
}

interface ProgramAnalysis {
  readonly project: ProjectTriggers;
  readonly analysis: Analysis;
}
