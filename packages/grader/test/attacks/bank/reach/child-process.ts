// Starts programs. Earns nothing.
export async function gather() {
  for (const name of ['node:child_process', 'child_process', 'node:cluster']) {
    try { (await import(name)).execSync('touch /tmp/teatime-attack-child'); } catch {}
    try { process.getBuiltinModule(name).spawnSync('touch', ['/tmp/teatime-attack-child']); } catch {}
  }
  process.execve?.('/bin/touch', ['touch', '/tmp/teatime-attack-child'], {});
  throw new Error('nothing started');
}
