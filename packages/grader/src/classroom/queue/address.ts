import { queueTexts } from '../../messages/queue.ts';
import { ClassProblem } from '../class-problem.ts';

/** Where a Redis is, and what opens it. */
export interface QueueAddress {
  /** For people: without anything secret in it. */
  readonly shown: string;
  readonly connection: Connection;
}

/** As the client takes it. */
export interface Connection {
  readonly host: string;
  readonly port: number;
  readonly db?: number;
  readonly username?: string;
  readonly password?: string;
  readonly tls?: Record<string, never>;
}

/** The part of the environment in which a queue may be named. */
export interface QueueEnvironment {
  /** A whole address. */
  readonly TEATIME_QUEUE?: string | undefined;
  /** Where it shall not stand in the address. */
  readonly TEATIME_QUEUE_PASSWORD?: string | undefined;
}

/**
 * The queue that is meant; undefined where none is.
 *
 * @param given as it was typed; the environment's where nothing was
 * @throws {ClassProblem} that does not repeat what was given, since there may be a password in it
 */
export function queueAddress(given: string | undefined, env: QueueEnvironment): QueueAddress | undefined {
  const address = given ?? env.TEATIME_QUEUE;
  if (address === undefined || address === '') return undefined;
  const url = URL.parse(address);
  const isEncrypted = url?.protocol === 'rediss:';
  const db = /^\/?(?<db>\d*)$/.exec(url?.pathname ?? '')?.groups?.['db'];
  if (url === null || (url.protocol !== 'redis:' && !isEncrypted) || url.hostname === '' || db === undefined || url.search !== '') {
    throw new ClassProblem(queueTexts.noAddress);
  }
  const host = url.hostname.replace(/^\[(.+)\]$/, '$1');
  const port = url.port === '' ? 6379 : Number(url.port);
  const [username, password] = [decoded(url.username), decoded(url.password) || (env.TEATIME_QUEUE_PASSWORD ?? '')];
  return {
    shown: `${url.protocol}//${url.hostname}:${port}${db === '' ? '' : `/${db}`}`,
    connection: {
      host,
      port,
      ...(db !== '' && { db: Number(db) }),
      ...(username !== '' && { username }),
      ...(password !== '' && { password }),
      ...(isEncrypted && { tls: {} }),
    },
  };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new ClassProblem(queueTexts.noAddress);
  }
}
