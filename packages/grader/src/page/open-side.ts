import { buildFolder } from './build-folder.ts';
import { exportOf } from './export-of.ts';
import type { OpenStudentSide } from './student/student-side.ts';

const here = buildFolder(import.meta.url);

/** Loads the student's side, which is built by itself and lies beside this file. */
export async function openSide(): Promise<OpenStudentSide> {
  const url = new URL('student/side.js', here).href;
  const open = exportOf(await import(/* @vite-ignore */ url), 'openStudentSide');
  if (!isOpener(open)) throw new Error(`${url} is of another version`);
  return open;
}

function isOpener(value: unknown): value is OpenStudentSide {
  return typeof value === 'function';
}
