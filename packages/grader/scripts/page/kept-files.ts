import { resolve, sep } from 'node:path';
import type ts from 'typescript';
import type { Course } from '../../src/course/course.ts';
import { librariesOnDisk } from '../../src/lint/types/libraries-on-disk.ts';
import { WarmProgram } from '../../src/lint/types/warm-program.ts';
import type { KeptFiles } from '../../src/page/lint/kept-libraries.ts';
import { withoutDocs } from './without-docs.ts';

/**
 * What the compiler reads for answers to the exercises of a course, found out by having it read for one to each that imports
 * all it may.
 *
 * @param root of the repository
 */
export function keptFiles(root: string, { exercises }: Course): KeptFiles {
  const begin = resolve(root).split(sep).join('/');
  /** Paths from the root on: the page tells nobody where it was built. */
  const place = (path: string): string => (path.startsWith(`${begin}/`) ? path.slice(begin.length) : path);
  const directory = `${begin}/packages/exercises`;
  const { options, host, versionOf } = librariesOnDisk(directory);
  const texts = new Map<string, string>();
  const links = new Map<string, string>();
  const found = new Set<string>();
  const folders = new Set<string>();
  const listening: ts.CompilerHost = {
    ...host,
    fileExists: (path) => {
      const exists = host.fileExists(path);
      if (exists) found.add(place(path));
      return exists;
    },
    directoryExists: (path) => {
      const exists = host.directoryExists?.(path) ?? true;
      if (exists) folders.add(place(path));
      return exists;
    },
    readFile: (path) => {
      const text = host.readFile(path);
      if (text !== undefined) texts.set(place(path), withoutDocs(path, text));
      return text;
    },
    realpath: (path) => {
      const real = host.realpath?.(path) ?? path;
      if (real !== path) links.set(place(path), place(real));
      return real;
    },
  };
  const programs = new WarmProgram({ options, versionOf, host: listening });
  for (const { id, imports } of exercises) {
    const source = imports.map((name, index) => `import * as module${index} from ${JSON.stringify(name)};`).join('\n');
    programs.programOf({ files: [{ path: `${directory}/${id}/${id}.ts`, source }], imports });
  }
  // What is there and was not read is not to be seen: see `isUnreachable`.
  for (const path of found) if (!texts.has(path) && !links.has(path)) texts.set(path, '');
  return {
    options: JSON.parse(JSON.stringify(options).replaceAll(begin, '')),
    compiler: place(host.getDefaultLibLocation?.() ?? ''),
    folders: [...folders],
    texts: Object.fromEntries(texts),
    links: Object.fromEntries([...links].filter(([path]) => found.has(path))),
  };
}
