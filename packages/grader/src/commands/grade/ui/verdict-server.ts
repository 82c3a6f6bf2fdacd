import { randomUUID } from 'node:crypto';
import { Server } from 'node:http';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { createVitest, type Vitest } from 'vitest/node';
import type { Exercise } from '../../../course/course.ts';
import { anyPath, modulePath } from '../../../judge/any-path.ts';
import { leavingSignalsAlone } from '../../../judge/leaving-signals-alone.ts';
import { Door } from './door.ts';

export interface VerdictServerOptions {
  /** The folder of the exercises: of nothing else may anything be shown. */
  readonly folder: string;
  readonly exercises: readonly Exercise[];
  /** The source of a module whose tests are the verdict on an exercise, as it is now. */
  readonly verdictOn: (exercise: Exercise) => Promise<string>;
}

/**
 * Vitest's own page in the browser. Its test files are the student's: each one is taken for a module that tells the
 * verdict on it, so that the page shows, links and edits the student's file, and knows of no hidden one.
 */
export class VerdictServer implements AsyncDisposable {
  readonly #vitest: Vitest;
  readonly #door: Door;
  readonly #fileOf: (exercise: Exercise) => string;
  readonly #visitors = new Set<Socket>();
  #queue: Promise<unknown> = Promise.resolve();

  private constructor(vitest: Vitest, door: Door, fileOf: (exercise: Exercise) => string) {
    this.#vitest = vitest;
    this.#door = door;
    this.#fileOf = fileOf;
    vitest.vite.httpServer?.on('connection', (visitor: Socket) => this.#visitors.add(visitor));
    // Also what the page itself asks for is graded anew.
    vitest.onTestsRerun((specifications) => specifications.forEach(({ moduleId }) => vitest.invalidateFile(moduleId)));
  }

  static async start({ folder, exercises, verdictOn }: VerdictServerOptions): Promise<VerdictServer> {
    const root = folder.replaceAll('\\', '/');
    const fileOf = ({ id, files }: Exercise): string => join(root, id, files[0] ?? '').replaceAll('\\', '/');
    const byFile = new Map(exercises.map((exercise) => [fileOf(exercise), exercise]));
    // The one that Vitest would take is the user's, for years.
    const token = randomUUID();
    const door = new Door({ page, socket: '/__vitest_api__', editor: '/__open-in-editor', files: [...byFile.keys()], cookie: () => `vitest-ui-token=${token}` });
    const guarding: Plugin = {
      name: 'teatime-door',
      configureServer({ httpServer }) {
        if (!(httpServer instanceof Server)) throw new TypeError('a server of another kind: nothing stands before it');
        door.guard(httpServer);
      },
    };
    const verdicts: Plugin = {
      name: 'teatime-verdicts',
      enforce: 'pre',
      async load(id) {
        const exercise = byFile.get(modulePath(id));
        return exercise && { code: await verdictOn(exercise), map: { mappings: '' } };
      },
    };
    // Its page comes with the grader; Vitest, which does not find it in a folder of an odd name, would offer to install it.
    process.env['VITEST_SKIP_INSTALL_CHECKS'] = '1';
    const vitest = await leavingSignalsAlone(() =>
      createVitest(
        {
          config: false,
          root,
          watch: true,
          ui: true,
          open: false,
          uiBase: page,
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
          plugins: [guarding, verdicts, anyPath(root)],
          logLevel: 'silent',
          // Who watches for saves is the course's own watcher, which also works where the system does not tell of them.
          server: { watch: null, cors: false, fs: { allow: [...byFile.keys()], strict: true } },
        },
      ),
    );
    vitest.config.api.token = token;
    // Vitest lets the page read all of the course.
    vitest.vite.config.server.fs.allow.splice(0, Infinity, ...byFile.keys());
    const server = new VerdictServer(vitest, door, fileOf);
    await vitest.start();
    return server;
  }

  /** Where to look, with the key that lets one in. */
  get address(): string {
    const [local = ''] = this.#vitest.vite.resolvedUrls?.local ?? [];
    return new URL(`${page}${this.#door.search}`, local).href;
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

/** The path of the page. */
const page = '/__vitest__/';
