// Loaded before a command: its process dies, as by a power cut, before a certain step that changes the file system.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

let steps = 0;

for (const name of ['mkdirSync', 'openSync', 'writeSync', 'fsyncSync', 'renameSync', 'rmSync']) {
  const original = fs[name];
  fs[name] = (...args) => {
    // To open a file for reading changes nothing, and every module that is loaded is read.
    if (name !== 'openSync' || (args[1] & fs.constants.O_CREAT) !== 0) steps += 1;
    if (steps === Number(process.env.DIE_AT_STEP)) process.kill(process.pid, 'SIGKILL');
    return original(...args);
  };
}
syncBuiltinESMExports();
