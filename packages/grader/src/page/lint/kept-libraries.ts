import type ts from 'typescript';
import type { Libraries } from '../../lint/types/libraries.ts';

/** What the compiler reads of a course's libraries, as the build found it out; paths begin at the root of the repository. */
export interface KeptFiles {
  readonly options: ts.CompilerOptions;
  /** The folder of the compiler's own libraries. */
  readonly compiler: string;
  /** Those that are there. */
  readonly folders: readonly string[];
  /** The files, by their paths. */
  readonly texts: Readonly<Record<string, string>>;
  /** Where a file really lies that was looked for elsewhere. */
  readonly links: Readonly<Record<string, string>>;
}

/** In the page an answer lies where it lies in the repository. */
export const exercisesFolder = '/packages/exercises';

/** Libraries that lie in memory, for whoever has no files. */
export function keptLibraries({ options, compiler, texts, links, ...kept }: KeptFiles): Libraries {
  const files = new Set([...Object.keys(texts), ...Object.keys(links)]);
  const folders = new Set(kept.folders);
  const readFile = (path: string): string | undefined => texts[links[path] ?? path];
  const getDefaultLibFileName = (): string => `${compiler}/lib.esnext.full.d.ts`;
  return {
    options,
    versionOf: (path) => (files.has(path) ? 1 : undefined),
    host: {
      fileExists: (path) => files.has(path),
      directoryExists: (path) => folders.has(path),
      readFile,
      realpath: (path) => links[path] ?? path,
      getDefaultLibFileName,
      getDefaultLibLocation: () => compiler,
      getCurrentDirectory: () => '/',
      getCanonicalFileName: (path) => path,
      useCaseSensitiveFileNames: () => true,
      getNewLine: () => '\n',
      // Whoever makes a program brings its own; nobody writes.
      getSourceFile: () => undefined,
      writeFile: () => {},
    },
  };
}
