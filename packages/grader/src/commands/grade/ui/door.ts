import { randomUUID, timingSafeEqual } from 'node:crypto';
import { IncomingMessage, ServerResponse } from 'node:http';
import type { Server } from 'node:http';
import { Duplex } from 'node:stream';

/**
 * Stands before everything that a server on this machine serves: whatever is asked of it, in whichever way, comes here first.
 * What is not let in by name is refused, so that no route of the server, of today or of its next version, is an opening.
 *
 * Whoever asks has to come from the page itself: with the key, which the address has once and a cookie has from then on, under a
 * name of this machine (another name may lead here as well, but is somebody's site), and not from another page.
 */
export class Door {
  readonly #key = randomUUID();
  readonly #rooms: Rooms;

  constructor(rooms: Rooms) {
    this.#rooms = rooms;
  }

  /** What the address of the page has to end in, to be let in. */
  get search(): string {
    return `?key=${this.#key}`;
  }

  /** From now on nothing reaches the server but through this door. To be called before it listens. */
  guard(server: Server): void {
    const passOn = server.emit.bind(server);
    const emit = (event: string, ...args: readonly unknown[]): boolean => {
      const [request, answer] = args;
      // Requests, sockets, tunnels, announced bodies: all that somebody asks for begins with one of these.
      if (!(request instanceof IncomingMessage)) return passOn(event, ...args);
      const asked: Asked = { event, request, cookie: cookieOf(server) };
      if (this.#brings(asked)) return this.#welcome(asked, answer);
      if (!this.#admits(asked)) return refuse(answer);
      if (answer instanceof ServerResponse) for (const [name, value] of Object.entries(seclusion)) answer.setHeader(name, value);
      request.headers.cookie = this.#rooms.cookie();
      return passOn(event, ...args);
    };
    Object.defineProperty(server, 'emit', { value: emit });
  }

  /** Whether this is somebody who opens the address. */
  #brings({ event, request }: Asked): boolean {
    const { pathname, search } = partsOf(request);
    const key = new URLSearchParams(search).get('key');
    return event === 'request' && request.method === 'GET' && pathname === this.#rooms.page && isOwnName(request) && key !== null && this.#fits(key);
  }

  /** Gives whoever has the key a cookie for it, and takes it out of the address. */
  #welcome({ cookie }: Asked, answer: unknown): boolean {
    if (!(answer instanceof ServerResponse)) return refuse(answer);
    answer.writeHead(302, { ...seclusion, 'Location': this.#rooms.page, 'Set-Cookie': `${cookie}=${this.#key}; Path=/; HttpOnly; SameSite=Strict` });
    answer.end();
    return true;
  }

  #admits(asked: Asked): boolean {
    const { event, request } = asked;
    if (!isOwnName(request) || !isFromOwnPage(request) || !this.#hasCookie(asked)) return false;
    const { pathname, search } = partsOf(request);
    const { socket, page, editor } = this.#rooms;
    if (event === 'upgrade') return pathname === socket && request.method === 'GET' && request.headers.origin !== undefined;
    if (event !== 'request' || (request.method !== 'GET' && request.method !== 'HEAD')) return false;
    if (pathname === editor) return this.#isOwnFile(search);
    // Of a path in which nothing is spelt otherwise, nobody reads another.
    return pathname.startsWith(page) && /^(?:favicon\.\w+|assets\/[\w-]+\.\w+)?$/.test(pathname.slice(page.length));
  }

  /** Whether the editor is asked for a file of the student's, and a place in it. */
  #isOwnFile(search: string): boolean {
    const [[name, value] = ['', ''], ...others] = new URLSearchParams(search);
    return name === 'file' && others.length === 0 && this.#rooms.files.includes(value.replace(/(?::\d+){1,2}$/, ''));
  }

  #hasCookie({ request, cookie }: Asked): boolean {
    const cookies = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim());
    return cookies.some((pair) => pair.startsWith(`${cookie}=`) && this.#fits(pair.slice(cookie.length + 1)));
  }

  #fits(key: string): boolean {
    const [given, own] = [Buffer.from(key), Buffer.from(this.#key)];
    return given.length === own.length && timingSafeEqual(given, own);
  }
}

/** What there is behind the door. */
export interface Rooms {
  /** The path of the page; its parts lie below. Ends in a slash. */
  readonly page: string;
  /** The path of the page's socket. */
  readonly socket: string;
  /** The path that opens an editor. */
  readonly editor: string;
  /** The files that it may open: absolute, with forward slashes. */
  readonly files: readonly string[];
  /** The cookie by which the server itself knows who was let in. */
  readonly cookie: () => string;
}

interface Asked {
  /** The name of the server's event. */
  readonly event: string;
  readonly request: IncomingMessage;
  /** The name of the cookie. */
  readonly cookie: string;
}

/** Browsers send the cookies of one port to all the others. */
function cookieOf(server: Server): string {
  const address = server.address();
  return `teatime-${typeof address === 'object' && address !== null ? address.port : 0}`;
}

/** As they were sent: whoever takes them apart otherwise than the server does can be fooled. */
function partsOf({ url = '' }: IncomingMessage): { readonly pathname: string; readonly search: string } {
  const [pathname = '', ...search] = url.split('?');
  return { pathname, search: search.join('?') };
}

function isOwnName({ headers: { host = '' } }: IncomingMessage): boolean {
  return /^(?:127\.0\.0\.1|localhost)(?::\d+)?$/.test(host);
}

/** What a browser says of the page that asks. Other pages of this machine would have the cookie, too. */
function isFromOwnPage({ headers }: IncomingMessage): boolean {
  const { origin, host = '', 'sec-fetch-site': site = 'none' } = headers;
  return (origin === undefined || origin === `http://${host}`) && (site === 'none' || site === 'same-origin');
}

function refuse(answer: unknown): boolean {
  if (answer instanceof ServerResponse) {
    answer.writeHead(403, { ...seclusion, 'Content-Type': 'text/plain', 'Connection': 'close' }).end('Open the address that the terminal shows.\n');
  } else if (answer instanceof Duplex) {
    answer.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
  }
  return true;
}

/** Asks browsers to keep what is answered to the page itself. */
const seclusion = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "frame-ancestors 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
} as const;
