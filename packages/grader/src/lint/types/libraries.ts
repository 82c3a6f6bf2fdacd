import type ts from 'typescript';

/** What lies around a submission as the compiler sees it: its own libraries, the types of Node, the packages of the course. */
export interface Libraries {
  /** Those of the folder in which submissions are read. */
  readonly options: ts.CompilerOptions;
  readonly host: ts.CompilerHost;
  /** Another number whenever the file there is another one; undefined where there is none. */
  readonly versionOf: (path: string) => number | undefined;
}
