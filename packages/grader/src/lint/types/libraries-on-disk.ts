import { join } from 'node:path';
import ts from 'typescript';
import type { Libraries } from './libraries.ts';

/** @param directory the package whose `tsconfig.json` and dependencies hold */
export function librariesOnDisk(directory: string): Libraries {
  const options = { ...compilerOptionsOf(directory), noEmit: true, noUnusedLocals: false, noUnusedParameters: false };
  return { options, host: ts.createCompilerHost(options, true), versionOf: (path) => ts.sys.getModifiedTime?.(path)?.getTime() };
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
