import { Uint8ArrayReader, ZipReader } from '@zip.js/zip.js';
import type { EntryVisitor } from './archive-entry.ts';

/** Goes through a zip in memory; a page has this, too. @throws what the visitor throws, and errors of the library for what is broken */
export async function visitZip(bytes: Uint8Array, visit: EntryVisitor): Promise<void> {
  const reader = new ZipReader(new Uint8ArrayReader(bytes), { checkSignature: true, useWebWorkers: false, filenameValidation: 'tolerant', decodeText: fromGbk });
  try {
    for await (const entry of reader.getEntriesGenerator()) {
      const name = entry.directory && !entry.filename.endsWith('/') ? `${entry.filename}/` : entry.filename;
      const kind = entry.symlink ? 'link' : entry.directory ? 'folder' : 'file';
      const sink = visit({ name, kind, isEncrypted: entry.encrypted });
      if (sink === undefined || entry.directory) continue;
      const enough = new AbortController();
      try {
        await entry.getData(new WritableStream<Uint8Array>({
          write(piece) {
            if (!sink.write(Uint8Array.from(piece))) enough.abort();
          },
        }), { signal: enough.signal });
      } catch (error) {
        if (!enough.signal.aborted) throw error;
      }
      sink.end();
    }
  } finally {
    await reader.close();
  }
}

/** Names that say nothing of their encoding, and are no UTF-8, come from a Chinese Windows sooner than from DOS. */
function fromGbk(value: Uint8Array, encoding: string): string | undefined {
  if (/^utf-?8$/i.test(encoding)) return undefined;
  for (const label of ['utf-8', 'gbk']) {
    try {
      return new TextDecoder(label, { fatal: true }).decode(value);
    } catch {
      // Then it is another one.
    }
  }
  return undefined;
}
