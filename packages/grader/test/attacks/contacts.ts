import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Server } from 'node:net';

/** Somebody who can be reached in every way that a program of this machine could be, and notes who tries. */
export interface Contacts extends AsyncDisposable {
  /** What attacks write for where to reach it, and what it is. */
  readonly addresses: Readonly<Record<'TCP_PORT' | 'UDP_PORT' | 'SOCKET_PATH', string>>;
  /** One line for each contact there ever was. */
  readonly noted: readonly string[];
}

/** @param socketPath where the socket in the file system shall be */
export async function listenEverywhere(socketPath: string): Promise<Contacts> {
  const noted: string[] = [];
  const note = (what: string): Server => createServer((socket) => {
    noted.push(what);
    socket.destroy();
  });
  const [tcp, local, udp] = [note('TCP'), note('a socket'), createSocket('udp4')];
  udp.on('message', () => noted.push('UDP'));
  tcp.listen(0, '127.0.0.1');
  local.listen(socketPath);
  udp.bind(0, '127.0.0.1');
  await Promise.all([once(tcp, 'listening'), once(local, 'listening'), once(udp, 'listening')]);
  return {
    addresses: { TCP_PORT: portOf(tcp.address()), UDP_PORT: portOf(udp.address()), SOCKET_PATH: socketPath },
    noted,
    async [Symbol.asyncDispose]() {
      const closed = [tcp, local, udp].map((server) => once(server, 'close'));
      for (const server of [tcp, local, udp]) server.close();
      await Promise.all(closed);
    },
  };
}

function portOf(address: ReturnType<Server['address']>): string {
  if (address === null || typeof address === 'string') throw new TypeError('it has no port');
  return String(address.port);
}
