import { existsSync, realpathSync } from 'node:fs';
import type { Sandbox } from './probe.ts';

const mebibyte = 2 ** 20;

/**
 * The program and arguments that start a student process: prlimit around bubblewrap around Node with its permission model.
 * The process reads no file at all; what it runs is in its arguments and in its first frame.
 */
export function studentCommand(sandbox: Sandbox, boot: string, node: string = process.execPath): readonly string[] {
  const realNode = realpathSync(node);
  const inside = sandbox.bubblewrap ? '/node' : realNode;
  return [
    ...(sandbox.prlimit ? limitArguments(sandbox.prlimit) : []),
    ...(sandbox.bubblewrap ? bubblewrapArguments(sandbox.bubblewrap, realNode, inside) : []),
    inside,
    ...nodeArguments,
    boot,
  ];
}

/** No files, no child processes, no network, no addons. The host starts its watchdog, then gives up workers and inspector too. */
const nodeArguments: readonly string[] = [
  '--permission',
  '--allow-worker',
  '--allow-inspector',
  '--no-addons',
  '--no-warnings',
  '--no-experimental-sqlite',
  '--no-experimental-websocket',
  '--disable-sigusr1',
  '--disable-proto=throw',
  '--disallow-code-generation-from-strings',
  '--max-old-space-size=160',
  '--max-semi-space-size=8',
  '--stack-trace-limit=50',
  '--input-type=module',
  '--eval',
];

function limitArguments(prlimit: string): readonly string[] {
  // V8 alone reserves some 575 MiB of address space for data.
  return [prlimit, `--data=${1000 * mebibyte}`, '--nofile=64', '--fsize=0', '--core=0', '--cpu=300', '--'];
}

function bubblewrapArguments(bubblewrap: string, node: string, inside: string): readonly string[] {
  const libraries = ['/usr/lib', '/usr/lib64', '/lib', '/lib64'].filter((path) => existsSync(path));
  return [
    bubblewrap,
    '--unshare-all', '--unshare-user', '--disable-userns',
    '--die-with-parent', '--new-session', '--clearenv',
    '--cap-drop', 'ALL',
    '--uid', '65534', '--gid', '65534', '--hostname', 'student',
    ...libraries.flatMap((path) => ['--ro-bind', path, path]),
    '--ro-bind', node, inside,
    '--remount-ro', '/',
    '--chdir', '/',
    '--',
  ];
}
