import { show } from '../messages/show.ts';
import { insteadOfExport } from '../submission/missing-export.ts';
import { locate } from '../submission/refusal.ts';
import { awaitsInLoop } from '../source/awaits-in-loop.ts';
import { topLevelAwait, topLevelCall } from '../source/code-only.ts';
import type { Location } from '../verdict/result.ts';
import type { StudentModule } from '../wire/frames.ts';
import { bind, type Callable, isCallable } from './bind.ts';
import { type Blame, type Death, noError, type OwnCall, StudentGone } from './death.ts';
import { Output } from './output.ts';
import type { StudentReport, StudentSession, World } from './student-session.ts';
import { type Turns, Visit } from './visit.ts';
import type { Conversation, Listener } from './conversation.ts';

/** How a session speaks with the submission, wherever that lives. */
export interface Talk extends Turns, Pick<Conversation, 'spentMs' | 'workedMs' | 'ensureRunning' | 'close'> {
  /** A new check begins: from now on somebody else is told. */
  listen(listener: Listener): void;
}

/** A submission that is met by one suite, wherever it lives. Every check gets a fresh copy of the module. */
export class Session implements StudentSession {
  readonly #module: StudentModule;
  readonly #conversation: Talk;
  readonly #allOutput = new Output();
  /** The names that the suite uses. */
  readonly #bound: string[] = [];
  readonly #used = new Set<string>();
  /** The names that the check has used. */
  #called = new Set<string>();
  #world: World = { files: {}, readMs: 0, hashMs: 0 };
  #visit: Visit | undefined;
  #checkOutput: string[] = [];
  #death: Death | undefined;
  /** Loading ends the same way every time, so a failure to load is not tried again. */
  #loadDeath: Death | undefined;
  #loads = 0;

  constructor(module: StudentModule, conversation: Talk) {
    this.#module = module;
    this.#conversation = conversation;
  }

  /** A function, or a class, of the submission, as the suite imports it: loaded when it is first used in a check. */
  bind(name: string): Callable {
    this.#bound.push(name);
    return bind(() => this.#exported(name));
  }

  /** All that the submission printed, over all checks. */
  get allOutput(): readonly string[] {
    return this.#allOutput.lines;
  }

  /** What the submission called although its exercise forbids it: `Promise.all`. */
  get used(): readonly string[] {
    return [...this.#used];
  }

  /** Real milliseconds that the submission has used. */
  get spentMs(): number {
    return this.#conversation.spentMs;
  }

  /** Whether its file could not be loaded: that is not tried again. */
  get cannotLoad(): boolean {
    return this.#loadDeath !== undefined;
  }

  begin(world: World): void | Promise<void> {
    this.#world = world;
    this.#visit = undefined;
    this.#checkOutput = [];
    this.#called = new Set();
    this.#death = undefined;
  }

  setWorld(world: World): void {
    this.#world = world;
    this.#visit?.setWorld(world);
  }

  atOnce<T>(calls: () => T): T {
    const visit = this.#visit ?? this.#load();
    if (visit.gone) throw visit.gone;
    return visit.atOnce(calls);
  }

  nudge(): boolean | Promise<boolean> {
    if (!this.#visit || this.#visit.gone) return false;
    return this.#visit.nudge();
  }

  called(): boolean {
    return this.#visit !== undefined || this.#death !== undefined;
  }

  workedMs(): number | undefined {
    return this.#conversation.workedMs;
  }

  timers(): number {
    return this.#visit?.timers ?? 0;
  }

  output(): readonly string[] {
    return this.#checkOutput;
  }

  blame(error: unknown): Blame | undefined {
    // Suites throw errors only; anything else was thrown by the submission.
    if (!(error instanceof Error)) return { name: noError, message: show(error) };
    const origin = this.#visit?.origin(error);
    const ownCall = this.#ownCall();
    return origin && { name: error.name, message: error.message, imports: this.#module.imports, ...this.#located(origin.place), ...(ownCall && { ownCall }) };
  }

  end(): StudentReport {
    const visit = this.#visit;
    const { location: timerAt } = this.#located(visit?.timerAt);
    visit?.end();
    const death = this.#believable(this.#death ?? visit?.gone?.death);
    const { location: spunAt } = this.#located(visit?.spunAt);
    return { called: [...this.#called], unhandled: visit?.unhandled ?? [], spunMs: visit?.spunMs ?? 0, ...(spunAt && { spunAt }), ...(timerAt && { timerAt }), ...(death && { death }) };
  }

  async close(): Promise<void> {
    await this.#conversation.close();
  }

  #exported(name: string): Callable {
    this.#called.add(name);
    const visit = this.#visit ?? this.#load();
    if (visit.gone) throw visit.gone;
    const value = visit.exported(name);
    if (isCallable(value)) return value;
    return this.#stop(this.#explainExport(name, visit));
  }

  #explainExport(name: string, visit: Visit): Death {
    const { entry: file, files } = this.#module;
    const exported = visit.exportedNames;
    if (exported.includes(name)) return { cause: 'no-function', file, name };
    const instead = insteadOfExport({ name, source: files[file] ?? '', exported, wanted: this.#bound });
    return { cause: 'missing-export', file, name, instead };
  }

  #load(): Visit {
    if (this.#loadDeath) this.#stop(this.#loadDeath);
    const isFirst = this.#loads++ === 0;
    let loading = true;
    const onOutput = (text: string): void => {
      // The top level of the file runs for every check; what it prints is news only once.
      if (!loading || isFirst) this.#checkOutput.push(...this.#allOutput.add(text));
    };
    const onUse = (name: string): void => {
      if (this.#module.forbidden?.includes(name)) this.#used.add(name);
    };
    const visit = new Visit({ conversation: this.#conversation, world: this.#world, onOutput, onUse });
    this.#visit = visit;
    this.#conversation.listen(visit);
    try {
      this.#conversation.ensureRunning();
      visit.load(this.#module);
    } catch (error) {
      this.#loadDeath = this.#explainLoad(error);
      this.#stop(this.#loadDeath);
    }
    loading = false;
    return visit;
  }

  #explainLoad(error: unknown): Death {
    if (!(error instanceof StudentGone)) {
      return { cause: 'load-error', blame: this.blame(error) ?? { name: 'Error', message: String(error) } };
    }
    if (error.death.cause === 'load-waits') return { cause: 'load-waits', ...this.#located(this.#topLevelAwait()) };
    return error.death.cause === 'hang' ? { ...error.death, cause: 'load-hang' } : error.death;
  }

  /** Where the file, while it is loaded, calls what the suite is to call. */
  #ownCall(): OwnCall | undefined {
    const { entry: file, files } = this.#module;
    const found = topLevelCall(files[file] ?? '', this.#bound);
    return found && { name: found.name, location: locate(file, files[file] ?? '', found.offset) };
  }

  /** The first `await` outside of all brackets: of several, nobody can tell which. */
  #topLevelAwait(): Location | undefined {
    const { entry: file, files } = this.#module;
    const offset = topLevelAwait(files[file] ?? '');
    return offset === undefined ? undefined : locate(file, files[file] ?? '', offset);
  }

  /** A place that is told by the student's process; it has to be in one of the submission's files. */
  #located(place: Location | undefined): { readonly location?: Location } {
    return place && Object.hasOwn(this.#module.files, place.file) ? { location: place } : {};
  }

  #believable(death: Death | undefined): Death | undefined {
    if (death === undefined || !('functionName' in death || 'location' in death)) return death;
    const { location, functionName, ...rest } = death;
    const place = this.#located(location);
    const awaits = rest.cause === 'hang' && place.location !== undefined && awaitsInLoop(this.#module.files[place.location.file] ?? '', place.location.line);
    return { ...rest, ...place, ...(functionName !== undefined && { functionName }), ...(awaits && { awaits }) };
  }

  #stop(death: Death): never {
    this.#death = death;
    throw new StudentGone(death);
  }
}
