import { crc32, gzipSync } from 'node:zlib';
import { TextReader, Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';
import { Header } from 'tar';

type Content = string | Uint8Array;

/** A zip of the given files, as a well-behaved program makes it. */
export async function zipOf(files: Readonly<Record<string, Content>>, password?: string): Promise<Buffer> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false, ...(password !== undefined && { password }) });
  for (const [name, content] of Object.entries(files)) await writer.add(name, typeof content === 'string' ? new TextReader(content) : new Uint8ArrayReader(content));
  return Buffer.from(await writer.close());
}

/** A zip with entries as they are given, whatever they are called: the bytes of names, twice the same, links. */
export function rawZip(entries: readonly { readonly name: string | Uint8Array; readonly content?: Content; readonly isLink?: boolean }[]): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, content = '', isLink = false } of entries) {
    const [label, bytes] = [Buffer.from(name), Buffer.from(content)];
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(20, 4);
    local.writeUInt32LE(crc32(bytes), 14);
    local.writeUInt32LE(bytes.length, 18);
    local.writeUInt32LE(bytes.length, 22);
    local.writeUInt16LE(label.length, 26);
    const record = Buffer.alloc(46);
    record.writeUInt32LE(0x02014b50, 0);
    // Made on Unix, which has the kind of the file in its upper bytes.
    record.writeUInt16LE((3 << 8) | 20, 4);
    record.writeUInt16LE(20, 6);
    record.writeUInt32LE(crc32(bytes), 16);
    record.writeUInt32LE(bytes.length, 20);
    record.writeUInt32LE(bytes.length, 24);
    record.writeUInt16LE(label.length, 28);
    record.writeUInt32LE((isLink ? 0o120777 : 0o100644) * 0x10000, 38);
    record.writeUInt32LE(offset, 42);
    locals.push(local, label, bytes);
    central.push(record, label);
    offset += local.length + label.length + bytes.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

/** A tar with entries as they are given, and the sizes that they claim. */
export function rawTar(entries: readonly { readonly name: string; readonly content?: Content; readonly type?: 'File' | 'Link' | 'SymbolicLink'; readonly linkpath?: string; readonly size?: number }[]): Buffer {
  const blocks = entries.flatMap(({ name, content = '', type = 'File', linkpath = '', size }) => {
    const bytes = Buffer.from(content);
    const header = Buffer.alloc(512);
    new Header({ path: name, mode: 0o644, size: size ?? bytes.length, type, linkpath, mtime: new Date(0) }).encode(header, 0);
    return [header, bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)];
  });
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}

/** A gzip of a tar. */
export function rawTgz(entries: Parameters<typeof rawTar>[0]): Buffer {
  return gzipSync(rawTar(entries));
}
