// Imports with attributes, as data, and from odd places. Earns nothing.
const places = ['./gather.ts', '../exercise.json', '/etc/passwd', 'file:///etc/passwd', 'data:text/javascript,export default process', 'data:application/json,{}',
  'teatime:///grader/src/host/main.ts', 'teatime:///core/src/index.ts', 'student:///1/gather.ts', 'node:module', '@teatime/grader/kit', '@teatime/solutions/gather', 'https://127.0.0.1:TCP_PORT/x.js'];
export async function gather() {
  for (const place of places) {
    for (const type of ['json', 'css', 'wasm', 'bytes', 'text', undefined]) {
      try { console.log(place, Object.keys(await import(place, type && { with: { type } }))); } catch {}
    }
  }
  try { console.log(import.meta.resolve('@teatime/solutions/gather'), import.meta.dirname, import.meta.filename); } catch {}
  throw new Error('nothing imported');
}
