import { join, sep } from 'node:path';
import ts from 'typescript';
import { withoutPragmas } from '../../source/without-pragmas.ts';
import { isUnreachable } from './unreachable.ts';

/** A file that exists in memory only, at the place where the program shall see it. */
export interface OverlayFile {
  readonly path: string;
  readonly source: string;
}

/** Files in memory, and the modules that they may import besides each other. */
export interface Overlay {
  readonly files: readonly OverlayFile[];
  readonly imports: readonly string[];
}

/**
 * Makes one TypeScript program after another for files that lie, in memory, in a folder of the workspace.
 * Files on disk (the libraries, the types of Node, the course's own packages) are parsed and bound once.
 *
 * What a file in memory may not import is not there for it, not as a type either: what TypeScript says of a type would
 * tell what stands in a suite, in a solution, or anywhere on this machine.
 */
export class WarmProgram {
  readonly #options: ts.CompilerOptions;
  readonly #disk: ts.CompilerHost;
  readonly #parsed = new Map<string, ParsedFile>();
  readonly #resolved: ts.ModuleResolutionCache;
  #last: ts.Program | undefined;

  /** @param directory the package whose `tsconfig.json` and dependencies hold */
  constructor(directory: string) {
    this.#options = { ...compilerOptionsOf(directory), noEmit: true, noUnusedLocals: false, noUnusedParameters: false };
    this.#disk = ts.createCompilerHost(this.#options, true);
    this.#resolved = ts.createModuleResolutionCache('/', (path) => path, this.#options);
  }

  /** The program of these files. It ends its life with the next one. */
  programOf(overlay: Overlay): ts.Program {
    const program = this.#create(overlay, this.#last);
    this.#last = program;
    return program;
  }

  /** The same program with nothing checked yet, for asking it again in another language. */
  again(program: ts.Program, overlay: Overlay): ts.Program {
    return this.#create(overlay, program);
  }

  #create({ files, imports }: Overlay, oldProgram: ts.Program | undefined): ts.Program {
    // TypeScript writes every path with forward slashes.
    const sources = new Map(files.map(({ path, source }) => [path.split(sep).join('/'), source]));
    const options = this.#options;
    const host: ts.CompilerHost = {
      ...this.#disk,
      fileExists: (path) => sources.has(path) || this.#disk.fileExists(path),
      readFile: (path) => sources.get(path) ?? this.#disk.readFile(path),
      getSourceFile: (path, languageVersion) => {
        const text = sources.get(path) ?? (isUnreachable(path, imports) ? '' : undefined);
        return this.#parse(path, text ?? ts.sys.getModifiedTime?.(path)?.getTime(), languageVersion, () =>
          text ?? this.#disk.readFile(path),
        );
      },
      resolveModuleNameLiterals: (names, from, redirected, _options, file) =>
        names.map((literal) => {
          const mode = ts.getModeForUsageLocation(file, literal, options);
          const isOverlaid = sources.has(from);
          // What files on disk import lies on disk, where it lay before.
          const found = ts.resolveModuleName(literal.text, from, options, host, isOverlaid ? undefined : this.#resolved, redirected, mode);
          const isAllowed = !isOverlaid || imports.includes(literal.text) || sources.has(found.resolvedModule?.resolvedFileName ?? '');
          return isAllowed ? found : { resolvedModule: undefined };
        }),
    };
    return ts.createProgram({
      rootNames: [...sources.keys()],
      options,
      host,
      ...(oldProgram === undefined ? {} : { oldProgram }),
    });
  }

  /** Parses a file, or hands out what was parsed from the same version of it: its text, or its time on disk. */
  #parse(
    path: string,
    version: number | string | undefined,
    languageVersion: ts.ScriptTarget | ts.CreateSourceFileOptions,
    read: () => string | undefined,
  ): ts.SourceFile | undefined {
    const known = this.#parsed.get(path);
    if (known !== undefined && known.version === version) return known.file;
    const text = read();
    if (text === undefined) return undefined;
    const isOnDisk = typeof version === 'number';
    const file = isOnDisk
      ? ts.createSourceFile(path, text, withoutDocs(languageVersion))
      : withoutPragmas(ts.createSourceFile(path, text, languageVersion, true));
    this.#parsed.set(path, { version, file });
    return file;
  }
}

/** Half of what declarations say is documentation, and nobody asks for it here. */
function withoutDocs(version: ts.ScriptTarget | ts.CreateSourceFileOptions): ts.CreateSourceFileOptions {
  const options = typeof version === 'object' ? version : { languageVersion: version };
  return { ...options, jsDocParsingMode: ts.JSDocParsingMode.ParseNone };
}

interface ParsedFile {
  readonly version: number | string | undefined;
  readonly file: ts.SourceFile;
}

function compilerOptionsOf(directory: string): ts.CompilerOptions {
  const host: ts.ParseConfigFileHost = {
    ...ts.sys,
    readDirectory: () => [],
    onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
      throw new Error(ts.flattenDiagnosticMessageText(messageText, '\n'));
    },
  };
  return ts.getParsedCommandLineOfConfigFile(join(directory, 'tsconfig.json'), {}, host)?.options ?? {};
}
