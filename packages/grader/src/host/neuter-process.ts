/**
 * What Node's own `process` object can do beyond this process, or tells of the machine. The student's code gets another
 * object under that name; this one is for whoever finds a way to the real one all the same.
 */
const dangerous = [
  'kill', '_kill', '_debugProcess', '_debugEnd', 'binding', '_linkedBinding', 'getBuiltinModule', 'dlopen', 'execve', 'abort',
  'report', 'chdir', 'umask', 'loadEnvFile', 'setuid', 'setgid', 'seteuid', 'setegid', 'setgroups', 'initgroups',
  '_getActiveHandles', '_getActiveRequests', 'getActiveResourcesInfo', '_rawDebug', 'openStdin', 'stdin', 'stdout', 'stderr',
  'argv', 'argv0', 'execPath', 'execArgv', '_eval', '_preload_modules', 'mainModule', 'title', 'pid', 'ppid', 'debugPort',
  'setUncaughtExceptionCaptureCallback', 'addUncaughtExceptionCaptureCallback', 'finalization', 'moduleLoadList',
];

/** Takes from the real `process` object what nobody in this process may use. */
export function neuterProcess(): void {
  for (const name of dangerous) Reflect.deleteProperty(process, name);
  Object.defineProperty(process, 'env', { value: Object.freeze({}), configurable: false, writable: false });
  // Node tells of rejections through `process.emit`, and would find one that was patched on the prototype.
  for (const name of ['emit', 'listenerCount'] as const) {
    Object.defineProperty(process, name, { value: Reflect.get(process, name), configurable: false, writable: false });
  }
}
