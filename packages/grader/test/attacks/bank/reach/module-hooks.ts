// Registers hooks for the modules of the process. Earns nothing.
export async function gather() {
  for (const way of [() => import('node:module'), () => process.getBuiltinModule('module')]) {
    try {
      const { registerHooks, syncBuiltinESMExports, createRequire } = await way();
      registerHooks({ load: () => ({ format: 'module', source: 'export const gather = 1', shortCircuit: true }) });
      syncBuiltinESMExports();
      createRequire('/')('fs').writeSync(4, 'x');
    } catch {}
  }
  throw new Error('no hooks');
}
