// Writes files wherever it can. Earns nothing.
const paths = ['/tmp/teatime-attack-file', 'teatime-attack-file', process.env.GITHUB_ENV, '/dev/shm/teatime-attack-file', '../gather.ts',
  'HOME_FOLDER/.npmrc', 'TMP_FOLDER/file', 'HOME_FOLDER/github-env'];
export async function gather() {
  for (const path of paths) {
    try { (await import('node:fs')).writeFileSync(path, 'x'); } catch {}
    try { process.getBuiltinModule('fs').writeFileSync(path, 'x'); } catch {}
    try { new (await import('node:sqlite')).DatabaseSync(path); } catch {}
    try { localStorage.setItem(path, 'x'); } catch {}
    try { process.report.writeReport(path); } catch {}
    try { (await import('node:v8')).writeHeapSnapshot(path); } catch {}
  }
  throw new Error('nothing written');
}
