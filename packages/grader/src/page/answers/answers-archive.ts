import { Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';
import { visitZip } from '../../files/visit-zip.ts';
import { byteLimit } from '../../submission/byte-limit.ts';
import type { AnswerFile } from './answer-file.ts';
import type { Answers, LooseFiles } from './answers-among.ts';

/** A zip with a folder an exercise, as `pnpm grade --from` takes it once it is unpacked. */
export async function answersArchive(answers: Answers): Promise<Uint8Array> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false });
  for (const [exercise, files] of answers) for (const { name, source } of files) await writer.add(`${exercise}/${name}`, streamOf({ name, source }));
  return await writer.close();
}

function streamOf({ source }: AnswerFile): ReadableStream<Uint8Array> {
  return new Blob([source]).stream();
}

/** As many files as a whole course has, and no more than it weighs. */
const most = { files: 5000, bytes: 50_000_000 };

/**
 * The files of a zip that could be code. What its entries say of their sizes may be a lie; more than an answer can have is left out.
 *
 * @throws for what is no zip, or a broken one
 */
export async function filesOfZip(bytes: Uint8Array): Promise<LooseFiles> {
  const files = new Map<string, Uint8Array>();
  let [seen, unpacked] = [0, 0];
  await visitZip(bytes, ({ name, kind, isEncrypted }) => {
    seen += 1;
    if (seen > most.files || unpacked > most.bytes) throw new Error('This is more than any course has.');
    if (kind !== 'file' || isEncrypted) return undefined;
    const pieces: Uint8Array[] = [];
    let length = 0;
    return {
      write(piece) {
        pieces.push(piece);
        length += piece.length;
        unpacked += piece.length;
        return length <= byteLimit;
      },
      end() {
        if (length <= byteLimit) files.set(name, joined(pieces, length));
      },
    };
  });
  return files;
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
