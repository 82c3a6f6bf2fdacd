// Sends what it has over the network. Earns nothing.
const hosts = ['127.0.0.1', 'localhost', '169.254.169.254'];
export async function gather() {
  for (const host of hosts) {
    try { await fetch(`http://${host}:TCP_PORT/`); } catch {}
    try { new WebSocket(`ws://${host}:TCP_PORT/`); } catch {}
    try { new EventSource(`http://${host}:TCP_PORT/`); } catch {}
    for (const name of ['net', 'dgram', 'http', 'dns', 'tls', 'http2']) {
      for (const module of [() => import(`node:${name}`), () => process.getBuiltinModule(name)]) {
        try { (await module()).connect?.(TCP_PORT, host); } catch {}
        try { (await module()).get?.({ host, port: TCP_PORT }); } catch {}
        try { (await module()).createSocket?.('udp4').send('x', UDP_PORT, host); } catch {}
      }
    }
  }
  try { (await import('node:net')).connect('SOCKET_PATH'); } catch {}
  try { process.getBuiltinModule('net').connect('SOCKET_PATH'); } catch {}
  throw new Error('no network');
}
