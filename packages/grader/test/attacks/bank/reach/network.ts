// Sends what it has over the network. Earns nothing.
const hosts = ['127.0.0.1', 'localhost', '169.254.169.254'];
export async function gather() {
  for (const host of hosts) {
    try { await fetch(`http://${host}:9/`); } catch {}
    try { new WebSocket(`ws://${host}:9/`); } catch {}
    for (const name of ['net', 'dgram', 'http', 'dns', 'tls', 'http2']) {
      try { (await import(`node:${name}`)).connect?.(9, host); } catch {}
    }
  }
  throw new Error('no network');
}
