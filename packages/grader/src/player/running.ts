/**
 * Which task runs. After its first step core cannot know, and says nothing; then it is concluded from what is known: whose timer
 * has just gone off, who is about to end, who alone waits for no timer.
 */
export class Running {
  /** Those whose steps were recorded: the last one began inside of the one before. */
  readonly #steps: string[] = [];
  readonly #begun = new Set<string>();
  readonly #timers = new Map<number, string>();
  #concluded: string | undefined;
  #woken: string | undefined;

  get task(): string | undefined {
    return this.#steps.at(-1) ?? this.#concluded;
  }

  /** The task that was thought to run, and is not known to. */
  get concluded(): string | undefined {
    return this.#concluded;
  }

  has(task: string): boolean {
    return this.#steps.includes(task) || this.#concluded === task;
  }

  hasBegun(task: string): boolean {
    return this.#begun.has(task);
  }

  begin(task: string): void {
    this.#steps.push(task);
    this.#concluded = undefined;
    this.#runs(task);
  }

  conclude(task: string): void {
    this.#concluded = task;
    this.#runs(task);
  }

  /** @returns whether it was running */
  stop(task: string): boolean {
    const at = this.#steps.lastIndexOf(task);
    if (at !== -1) this.#steps.splice(at, 1);
    else if (this.#concluded === task) this.#concluded = undefined;
    else return false;
    return true;
  }

  end(task: string): void {
    this.stop(task);
    this.#begun.delete(task);
    if (this.#woken === task) this.#woken = undefined;
    for (const [timer, owner] of this.#timers) if (owner === task) this.#timers.delete(timer);
  }

  setTimer(timer: number, task: string | undefined): void {
    if (task !== undefined) this.#timers.set(timer, task);
  }

  /** @returns whose timer it was */
  clearTimer(timer: number): string | undefined {
    const task = this.#timers.get(timer);
    this.#timers.delete(timer);
    return task;
  }

  wake(task: string | undefined): void {
    this.#woken = task;
  }

  hasTimer(task: string): boolean {
    return [...this.#timers.values()].includes(task);
  }

  /** @param endsNext the task that ends next, if one does before time passes */
  guess(endsNext: string | undefined): string | undefined {
    if (this.#woken !== undefined && this.#begun.has(this.#woken)) return this.#woken;
    if (endsNext !== undefined && this.#begun.has(endsNext)) return endsNext;
    const idle = this.#begun.difference(new Set(this.#timers.values()));
    const [only] = idle;
    return idle.size === 1 ? only : undefined;
  }

  #runs(task: string): void {
    this.#begun.add(task);
    if (this.#woken === task) this.#woken = undefined;
  }
}
