import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { repository } from '../support/repository.ts';
import { liveGrade } from '../support/watching.ts';
import type { Watching } from '../support/watching.ts';

let student: Watching;
let address: URL;
let cookie: string;
/** The student's file. */
let file: string;
let hidden: readonly string[];

beforeAll(async () => {
  student = await liveGrade(['--ui', 'tea']);
  address = new URL(/http:\S+/.exec(await student.until('/__vitest__/'))?.[0] ?? '');
  const welcome = await ask(`${address.pathname}${address.search}`);
  cookie = /Set-Cookie: ([^;]+); Path=\/; HttpOnly; SameSite=Strict\r\n/i.exec(welcome)?.[1] ?? '';
  file = join(student.path, 'packages/exercises/tea/tea.ts');
  hidden = ['grader/suites/tea.suite.ts', 'solutions/tea/tea.ts'].map((path) => join(repository, 'packages', path));
});

afterAll(() => student[Symbol.asyncDispose]());

interface Asking {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** All that the server answers, byte for byte. */
async function ask(target: string, { method = 'GET', headers = {} }: Asking = {}): Promise<string> {
  const socket = connect(Number(address.port), '127.0.0.1');
  await once(socket, 'connect');
  const lines = Object.entries({ Host: address.host, Connection: 'close', ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.write(`${method} ${target} HTTP/1.1\r\n${lines.join('')}\r\n`);
  setTimeout(() => socket.destroy(), 20_000).unref();
  return await text(socket);
}

const asPage = (headers: Readonly<Record<string, string>> = {}): Asking => ({ headers: { 'Cookie': cookie, 'Sec-Fetch-Site': 'same-origin', ...headers } });
const status = (answer: string): number => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]);

const socketHeaders = { 'Connection': 'Upgrade', 'Upgrade': 'websocket', 'Sec-WebSocket-Version': '13', 'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==' };

describe('The page of grade --ui', () => {
  test('takes the key out of the address and keeps it where no script reads it', async () => {
    const answer = await ask(`${address.pathname}${address.search}`);
    expect(status(answer)).toBe(302);
    expect(answer).toMatch(/\r\nLocation: \/__vitest__\/\r\n/i);
    expect(cookie).not.toBe('');
  });

  test('is served to whoever has the cookie, with its parts, to nobody else and in no frame', async () => {
    const page = await ask('/__vitest__/', asPage());
    expect(status(page)).toBe(200);
    expect(page).toMatch(/X-Frame-Options: DENY/i);
    const parts = [...page.matchAll(/(?:src|href)="\.?\/?((?:assets|favicon)[^"]+)"/g)].map(([, path = '']) => `/__vitest__/${path}`);
    expect(parts.length).toBeGreaterThan(1);
    for (const part of parts) {
      expect(status(await ask(part, asPage())), part).toBe(200);
      expect(status(await ask(part)), part).toBe(403);
    }
  });

  test('has a socket, for itself', async () => {
    const token = /VITEST_API_TOKEN = "([^"]+)"/.exec(await ask('/__vitest__/', asPage()))?.[1] ?? '';
    const [path, origin] = [`/__vitest_api__?token=${token}`, `http://${address.host}`];
    const opened = connect(Number(address.port), '127.0.0.1');
    const asked = { Host: address.host, Origin: origin, Cookie: cookie, ...socketHeaders };
    opened.write(`GET ${path} HTTP/1.1\r\n${Object.entries(asked).map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`);
    expect(String((await once(opened, 'data'))[0])).toMatch(/^HTTP\/1\.1 101/);
    opened.destroy();
    const refused: readonly Asking[] = [
      { headers: { ...socketHeaders, Origin: origin } },
      asPage({ ...socketHeaders }),
      asPage({ ...socketHeaders, Origin: 'http://evil.example' }),
      asPage({ ...socketHeaders, 'Origin': origin, 'Sec-Fetch-Site': 'same-site' }),
      asPage({ ...socketHeaders, Origin: `http://127.0.0.1:${Number(address.port) + 1}` }),
      asPage({ ...socketHeaders, Origin: `http://evil.example:${address.port}`, Host: `evil.example:${address.port}` }),
    ];
    for (const asking of refused) expect(status(await ask(path, asking)), JSON.stringify(asking)).toBe(403);
    // Vite's own, which tells of changes, and Vitest's without its token.
    expect(status(await ask('/', asPage({ ...socketHeaders, 'Origin': origin, 'Sec-WebSocket-Protocol': 'vite-hmr' })))).toBe(403);
    expect(await ask('/__vitest_api__', asPage({ ...socketHeaders, Origin: origin }))).toBe('');
  });
});

/** Every route of Vite and Vitest, with what it would take to be served. */
function routes(path: string): readonly string[] {
  const url = path.replaceAll(' ', '%20');
  const forms = [`/@fs${url}`, `/@fs/${url}`, `/__vitest__/@fs${url}`, `/__vitest__/..${url}`, `/__vitest__/../@fs${url}`, `/__vitest__/%2e%2e/@fs${url}`, `/__vitest__/..%2f@fs${url}`, `/__vitest__/assets/..%5c..%5c@fs${url}`, `/__vitest__/coverage/../../@fs${url}`, `/%40fs${url}`, `//@fs${url}`, `/./@fs${url}`, `/@FS${url}`, `/@fs/C:${url}`, `/@fs/%5C%5C.${url}`, `/@id/${url}`, `/@id/__x00__${url}`, `/@vite/../@fs${url}`, url, '/tea/tea.ts', `/${path.split('/').slice(-2).join('/')}`, `http://${address.host}/@fs${url}`, `/node_modules/../@fs${url}`];
  const suffixes = ['', '?raw', '?url', '?import', '?import&raw', '?inline', '?raw??', '?import&raw&', '?.svg', '?worker', '?sharedworker', '.map', '?t=1', address.search, `?raw&${address.search.slice(1)}`];
  return [
    ...forms.flatMap((form) => suffixes.map((suffix) => `${form}${suffix}`)),
    `/__vitest_attachment__?contentType=text/plain&path=${url}`,
    `/__vitest_attachment__?contentType=text/plain&path=${url}&${address.search.slice(1)}`,
    `/__vitest__/__vitest_attachment__?contentType=text/plain&path=${url}`,
    `/__open-in-editor?file=${url}`,
    '/__vitest_api__',
    '/', '/index.html', '/@vite/client', '/@vite/env', '/@react-refresh', '/__vite_ping', '/__inspect/', '/__vitest_browser__/', '/__vitest_test__/', '/favicon.ico', '/package.json', '/.env', '/vite.config.ts', '/__VITEST__/', '/__vitest__', '/__vitest__/assets/', '/__vitest__/../', '/__vitest__/assets/../index.html', '/__vitest__/index.html%00', '*', '',
  ];
}

describe('Without the key, everything is refused', () => {
  test.each<[who: string, asking: Asking]>([
    ['a program', {}],
    ['a page that embeds it as a script', { headers: { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Dest': 'script', 'Referer': 'http://evil.example/' } }],
    ['a page of another site', { headers: { Origin: 'http://evil.example' } }],
    ['somebody with a wrong cookie', { headers: { Cookie: 'teatime-0=1; vitest-ui-token=1' } }],
  ])('to %s', async (_, asking) => {
    const targets = [...routes(file), ...hidden.flatMap(routes), '/__vitest__/', '/__vitest__/index.html'].filter((target) => target !== '' && target !== '*');
    for (const target of targets) {
      const answer = await ask(target, asking);
      expect([400, 403], `${target}: ${answer.slice(0, 200)}`).toContain(status(answer));
      expect(answer, target).not.toMatch(/export|import|Access-Control/);
    }
  });

  test.each(['POST', 'PUT', 'OPTIONS', 'HEAD', 'TRACE', 'DELETE', 'CONNECT'])('by %s, too', async (method) => {
    // Nobody listens to CONNECT: the line is cut.
    expect(status(await ask('/__vitest__/', { method }))).toBe(method === 'CONNECT' ? NaN : 403);
  });

  test('by a client that announces a body, too', async () => {
    expect(await ask('/__vitest__/', { headers: { Expect: '100-continue' } })).toMatch(/^(?:HTTP\/1\.1 100 Continue\s+)?HTTP\/1\.1 403/);
    expect(await ask('/__vitest__/', { headers: { Expect: 'something' } })).toMatch(/^HTTP\/1\.1 4/);
  });
});

describe('With the key', () => {
  test('no file is given out by any route but the page’s own parts', async () => {
    const targets = [...routes(file), ...hidden.flatMap(routes)].filter((target) => target !== '' && !target.startsWith('*'));
    for (const target of targets) {
      if (target === '/__open-in-editor?file=' + file) continue;
      const answer = await ask(target, asPage());
      expect(answer, target).not.toMatch(/makeTea|registerSuite|from '@teatime/);
      expect(status(answer), `${target}: ${answer.slice(0, 200)}`).not.toBe(200);
    }
  });

  test.each<[who: string, headers: Readonly<Record<string, string>>]>([
    ['under the name of a site that leads here', { Host: 'evil.example' }],
    ['under a name that begins as this machine’s', { Host: '127.0.0.1.evil.example' }],
    ['from a page of another site', { 'Origin': 'http://evil.example', 'Sec-Fetch-Site': 'cross-site' }],
    ['from another page of this machine', { 'Sec-Fetch-Site': 'same-site' }],
    ['from another port', { Origin: 'http://127.0.0.1:1' }],
    ['from no page at all', { Origin: 'null' }],
  ])('nobody is let in %s', async (_, headers) => {
    for (const target of ['/__vitest__/', `/__open-in-editor?file=${file}`]) expect(status(await ask(target, asPage(headers)))).toBe(403);
  });

  test.each(['POST', 'PUT', 'OPTIONS', 'DELETE'])('nothing is done by %s', async (method) => {
    expect(status(await ask('/__vitest__/', { method, ...asPage() }))).toBe(403);
  });

  test('the editor opens nothing but the student’s files', async () => {
    const own = '/etc/passwd';
    const others = [own, `${file}/../story.ts`, `${file}.map`, 'tea.ts', `${file}:x`, `${file}:1:2:3`, `${file}%00`, `${file}&file=${own}`, `${own}&file=${file}`, `-g&x=${file}`, `${file};id`, `$(id)`, ...hidden];
    for (const other of others) expect(status(await ask(`/__open-in-editor?file=${other}`, asPage())), other).toBe(403);
    expect(status(await ask(`/__open-in-editor?file=${file}`))).toBe(403);
    expect(status(await ask('/__open-in-editor', asPage()))).toBe(403);
    expect(await readFile(file, 'utf8')).toContain('makeTea');
  });
});
