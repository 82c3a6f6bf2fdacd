/** The thread in which `check-course` reads what no answer is: the suites and the stories, with TypeScript. */
import { join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import ts from 'typescript';
import { z } from 'zod';

const question = z.object({ programs: z.array(z.object({ directory: z.string(), files: z.array(z.string()) })) });

/** Files as they were when they were last read: libraries are the same in every program, and most else in the next one. */
const parsed = new Map<string, { readonly version: number | undefined; readonly file: ts.SourceFile | undefined }>();

/** What was made of a directory the last time: what has not changed is not bound anew. */
const earlier = new Map<string, ts.Program>();

parentPort?.on('message', (message) => {
  const { programs } = question.parse(message);
  parentPort?.postMessage(programs.flatMap(({ directory, files }) => typeErrorsIn(directory, files)));
});

function typeErrorsIn(directory: string, files: readonly string[]): readonly TypeError[] {
  const host: ts.ParseConfigFileHost = { ...ts.sys, readDirectory: () => [], onUnRecoverableConfigFileDiagnostic: () => {} };
  const options = { ...ts.getParsedCommandLineOfConfigFile(join(directory, 'tsconfig.json'), {}, host)?.options, noEmit: true };
  const disk = ts.createCompilerHost(options);
  const oldProgram = earlier.get(directory);
  const program = ts.createProgram({
    rootNames: files,
    options,
    ...(oldProgram && { oldProgram }),
    host: {
      ...disk,
      getSourceFile: (path, version) => {
        const modified = ts.sys.getModifiedTime?.(path)?.getTime();
        const known = parsed.get(path);
        if (known !== undefined && known.version === modified) return known.file;
        const file = disk.getSourceFile(path, version);
        parsed.set(path, { version: modified, file });
        return file;
      },
    },
  });
  earlier.set(directory, program);
  return files.flatMap((path) => {
    const file = program.getSourceFile(path);
    if (file === undefined) return [];
    return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)]
      .map(({ messageText, start = 0 }) => ({
        path,
        line: file.getLineAndCharacterOfPosition(start).line + 1,
        message: typeof messageText === 'string' ? messageText : messageText.messageText,
      }))
      // The judge puts the answer there; a course need not have installed its exercises for the suites.
      .filter(({ message }) => !message.includes("'@teatime/exercises/"));
  });
}

interface TypeError {
  /** Absolute. */
  readonly path: string;
  readonly line: number;
  readonly message: string;
}
