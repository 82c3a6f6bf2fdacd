import { readSync, writeSync } from 'node:fs';
import type { FrameFromStudent, FrameToStudent } from '../wire/frames.ts';

/*
 * Frames over two pipes, synchronously: a length of four bytes, then JSON. Reading stands still until a frame is there:
 * that is how the student's code runs only when the suite gives it a turn.
 */

const input = 3;
const output = 4;

/** The next frame. Ends the process when the other side is gone. */
export function readFrame(): FrameToStudent {
  const frame: FrameToStudent = JSON.parse(readExactly(readExactly(4).readUInt32LE(0)).toString('utf8'));
  return frame;
}

/** What has been said and not written yet. */
let held: Buffer[] = [];
let heldBytes = 0;
const mostHeldBytes = 4096;

/** Keeps a frame back, to be written with those after it: to write and to read cost more than all else about a small frame. */
export function holdFrame(frame: FrameFromStudent): void {
  const body = Buffer.from(JSON.stringify(frame));
  const head = Buffer.allocUnsafe(4);
  head.writeUInt32LE(body.length, 0);
  held.push(head, body);
  heldBytes += head.length + body.length;
}

/** Whether there is so much to be written that it should not wait. */
export function isFull(): boolean {
  return heldBytes > mostHeldBytes;
}

/** Writes what was kept back, in order. */
export function writeHeld(): void {
  const bytes = Buffer.concat(held);
  held = [];
  heldBytes = 0;
  for (let written = 0; written < bytes.length; ) {
    written += retry(() => writeSync(output, bytes, written));
  }
}

function readExactly(length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  for (let filled = 0; filled < length; ) {
    const count = retry(() => readSync(input, bytes, filled, length - filled, null));
    if (count === 0) process.exit(0);
    filled += count;
  }
  return bytes;
}

/** A pipe that is full or empty for the moment says EAGAIN. */
function retry(transfer: () => number): number {
  for (;;) {
    try {
      return transfer();
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error;
    }
  }
}
