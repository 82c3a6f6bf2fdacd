/** The thread in which `check-course` reads what no answer is: the suites and the stories, with TypeScript. */
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import ts from 'typescript';
import { z } from 'zod';

const { programs } = z
  .object({ programs: z.array(z.object({ directory: z.string(), files: z.array(z.string()) })) })
  .parse(workerData);

/** Libraries are the same in every program. */
const parsed = new Map<string, ts.SourceFile | undefined>();

parentPort?.postMessage(programs.flatMap(({ directory, files }) => typeErrorsIn(directory, files)));

function typeErrorsIn(directory: string, files: readonly string[]): readonly TypeError[] {
  const host: ts.ParseConfigFileHost = { ...ts.sys, readDirectory: () => [], onUnRecoverableConfigFileDiagnostic: () => {} };
  const options = { ...ts.getParsedCommandLineOfConfigFile(join(directory, 'tsconfig.json'), {}, host)?.options, noEmit: true };
  const disk = ts.createCompilerHost(options);
  const program = ts.createProgram({
    rootNames: files,
    options,
    host: {
      ...disk,
      getSourceFile: (path, version) => {
        if (!parsed.has(path)) parsed.set(path, disk.getSourceFile(path, version));
        return parsed.get(path);
      },
    },
  });
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
