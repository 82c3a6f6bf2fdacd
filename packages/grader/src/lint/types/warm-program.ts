import ts from 'typescript';
import { withoutPragmas } from '../../source/without-pragmas.ts';
import type { Libraries } from './libraries.ts';
import { isUnreachable } from './unreachable.ts';

/** A file that exists in memory only, at the place where the program shall see it. */
export interface OverlayFile {
  /** As TypeScript writes every path, with forward slashes. */
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
 * The libraries around them are parsed and bound once.
 *
 * What a file in memory may not import is not there for it, not as a type either: what TypeScript says of a type would
 * tell what stands in a suite, in a solution, or anywhere on this machine.
 */
export class WarmProgram {
  readonly #libraries: Libraries;
  readonly #parsed = new Map<string, ParsedFile>();
  readonly #resolved: ts.ModuleResolutionCache;
  #last: ts.Program | undefined;

  constructor(libraries: Libraries) {
    this.#libraries = libraries;
    this.#resolved = ts.createModuleResolutionCache('/', (path) => path, libraries.options);
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
    const sources = new Map(files.map(({ path, source }) => [path, source]));
    const { options, host: around, versionOf } = this.#libraries;
    const host: ts.CompilerHost = {
      ...around,
      fileExists: (path) => sources.has(path) || around.fileExists(path),
      readFile: (path) => sources.get(path) ?? around.readFile(path),
      getSourceFile: (path, languageVersion) => {
        const text = sources.get(path) ?? (isUnreachable(path, imports) ? '' : undefined);
        return this.#parse(path, text ?? versionOf(path), languageVersion, () => text ?? around.readFile(path));
      },
      resolveModuleNameLiterals: (names, from, redirected, _options, file) =>
        names.map((literal) => {
          const mode = ts.getModeForUsageLocation(file, literal, options);
          const isOverlaid = sources.has(from);
          // What libraries import lies where it lay before.
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

  /** Parses a file, or hands out what was parsed from the same version of it: its text, or its version. */
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
    const isOfLibraries = typeof version === 'number';
    const file = isOfLibraries
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
