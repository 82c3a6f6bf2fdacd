/** What the parser of the linter asks a process for, where there is none: no settings, and a folder to begin at. */
Object.defineProperty(globalThis, 'process', { value: { env: {}, argv: [], versions: {}, cwd: () => '/', emitWarning: () => {} } });
