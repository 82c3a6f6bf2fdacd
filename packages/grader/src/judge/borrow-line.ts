import { MessageChannel, postMessageToThread } from 'node:worker_threads';
import type { Line } from '../bridge/line.ts';
import type { LineAddress, LineRequest } from './line-store.ts';

/** Asks the thread that keeps the lines for one. */
export async function borrowLine({ thread, store }: LineAddress): Promise<Line> {
  const { port1, port2 } = new MessageChannel();
  const request: LineRequest = { t: 'teatime-line', store, reply: port2 };
  const { promise, resolve } = Promise.withResolvers<Line>();
  port1.once('message', resolve);
  await postMessageToThread(thread, request, [port2]);
  const line = await promise;
  port1.close();
  return line;
}
