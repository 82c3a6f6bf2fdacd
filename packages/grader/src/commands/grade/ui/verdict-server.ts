import type { Socket } from 'node:net';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { createVitest, type Vitest } from 'vitest/node';
import type { Exercise } from '../../../course/course.ts';
import { leavingSignalsAlone } from '../../../judge/leaving-signals-alone.ts';

export interface VerdictServerOptions {
  /** The folder of the exercises: of nothing else may anything be shown. */
  readonly folder: string;
  readonly exercises: readonly Exercise[];
  /** Whether to open a browser. */
  readonly open: boolean;
  /** The source of a module whose tests are the verdict on an exercise, as it is now. */
  readonly verdictOn: (exercise: Exercise) => Promise<string>;
}

/**
 * Vitest's own page in the browser. Its test files are the student's: each one is taken for a module that tells the
 * verdict on it, so that the page shows, links and edits the student's file, and knows of no hidden one.
 */
export class VerdictServer implements AsyncDisposable {
  readonly #vitest: Vitest;
  readonly #fileOf: (exercise: Exercise) => string;
  readonly #visitors = new Set<Socket>();
  #queue: Promise<unknown> = Promise.resolve();

  private constructor(vitest: Vitest, fileOf: (exercise: Exercise) => string) {
    this.#vitest = vitest;
    this.#fileOf = fileOf;
    vitest.vite.httpServer?.on('connection', (visitor: Socket) => this.#visitors.add(visitor));
    // Also what the page itself asks for is graded anew.
    vitest.onTestsRerun((specifications) => specifications.forEach(({ moduleId }) => vitest.invalidateFile(moduleId)));
  }

  static async start({ folder, exercises, open, verdictOn }: VerdictServerOptions): Promise<VerdictServer> {
    const root = folder.replaceAll('\\', '/');
    const fileOf = ({ id, files }: Exercise): string => join(root, id, files[0] ?? '').replaceAll('\\', '/');
    const byFile = new Map(exercises.map((exercise) => [fileOf(exercise), exercise]));
    const verdicts: Plugin = {
      name: 'teatime-verdicts',
      enforce: 'pre',
      async load(id) {
        const exercise = byFile.get(id);
        return exercise && { code: await verdictOn(exercise), map: { mappings: '' } };
      },
    };
    const vitest = await leavingSignalsAlone(() =>
      createVitest(
        {
          config: false,
          root,
          watch: true,
          ui: true,
          open,
          include: [...byFile.keys()].map((file) => file.slice(root.length + 1)),
          reporters: [{}],
          pool: 'threads',
          isolate: false,
          maxWorkers: 1,
          fsModuleCache: false,
          cache: false,
          api: { host: '127.0.0.1' },
        },
        {
          envDir: false,
          plugins: [verdicts],
          logLevel: 'silent',
          // Who watches for saves is the course's own watcher, which also works where the system does not tell of them.
          server: { watch: null, fs: { allow: [root], strict: true } },
        },
      ),
    );
    const server = new VerdictServer(vitest, fileOf);
    await vitest.start();
    return server;
  }

  /** Where to look, with the key that lets one in. */
  get address(): string {
    const [local = ''] = this.#vitest.vite.resolvedUrls?.local ?? [];
    return `${new URL(this.#vitest.config.uiBase, local).href}?token=${this.#vitest.config.api.token}`;
  }

  /** Shows the verdict on an exercise as it is now. */
  async refresh(exercise: Exercise): Promise<void> {
    const specifications = this.#vitest.getModuleSpecifications(this.#fileOf(exercise));
    this.#queue = this.#queue.then(() => this.#vitest.rerunTestSpecifications(specifications));
    await this.#queue;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#vitest.cancelCurrentRun('keyboard-input');
    // An open page would be waited for.
    for (const visitor of this.#visitors) visitor.destroy();
    await this.#vitest.close();
  }
}
