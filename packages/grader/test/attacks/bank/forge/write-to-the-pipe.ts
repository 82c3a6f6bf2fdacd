// Writes messages of its own into the pipe, by every way to the file system. Earns nothing.
const message = '{"t":"return","ok":true,"value":{"$":"array","v":[]}}';
const frame = String.fromCharCode(message.length, 0, 0, 0) + message;
const ways = [
  () => process.getBuiltinModule('node:fs'),
  () => process.mainModule.require('fs'),
  () => process.binding('fs'),
  () => globalThis.require('fs'),
  () => import('node:fs'),
  () => import('fs'),
  () => import('node:module').then((module) => module.createRequire('/')('fs')),
];
export async function gather() {
  for (const way of ways) {
    try {
      const fs = await way();
      for (let fd = 1; fd < 12; fd++) fs.writeSync(fd, frame);
    } catch {}
  }
  throw new Error('no way out');
}
