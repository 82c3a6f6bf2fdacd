import type ts from 'typescript';
import { howToPause } from '../../messages/pause.ts';
import type { Unawaited } from '../../verdict/unawaited.ts';
import { lateCallbacks } from './callbacks.ts';
import { droppedCalls } from './dropped-calls.ts';
import { idleAwaits } from './idle-awaits.ts';
import { waitsInTurn } from './in-turn.ts';
import type { Note } from './note.ts';
import { Waiting } from './waiting.ts';
import { Ways } from './ways.ts';

export interface UnawaitedOptions {
  readonly files: readonly { readonly path: string; readonly name: string }[];
  /** What the files may import: it says how they can wait for some time. */
  readonly imports: readonly string[];
}

/**
 * Where files do not wait, or wait too early: no mistake by itself, but where something came too early or began too late, the
 * likeliest reason. What says most comes first.
 */
export function unawaitedIn(program: ts.Program, { files, imports }: UnawaitedOptions): readonly Unawaited[] {
  const sources = files.flatMap(({ path, name }) => {
    const file = program.getSourceFile(path);
    return file === undefined ? [] : [{ file, name }];
  });
  const waiting = new Waiting(program.getTypeChecker());
  const ways = new Ways(sources.map(({ file }) => file));
  const found = sources.flatMap(({ file, name }) => unawaitedOf(file, { name, waiting, ways, pause: howToPause(imports) }));
  return found.toSorted((one, other) => rankOf(one) - rankOf(other));
}

/** A plain misunderstanding says more than a call that was forgotten, and that more than one that may be meant so. */
function rankOf({ what }: Unawaited): number {
  return what === 'promise' ? 2 : what === 'coroutine' || what === 'each' ? 1 : 0;
}

interface Surroundings {
  readonly name: string;
  readonly waiting: Waiting;
  readonly ways: Ways;
  readonly pause: string;
}

function unawaitedOf(file: ts.SourceFile, { name, waiting, ways, pause }: Surroundings): readonly Unawaited[] {
  const found: Unawaited[] = [];
  const note: Note = (what, at, also = what.startsWith('timer') ? pause : undefined) => {
    const start = at.getStart(file);
    const { line, character } = file.getLineAndCharacterOfPosition(start);
    const from = ways.to(at);
    const location = { file: name, line: line + 1, column: character + 1 };
    if (found.some((other) => other.location.line === location.line && other.location.column === location.column && other.what === what)) return;
    found.push({ what, code: inBrief(at.getText(file)), location, ...(also !== undefined && { also: inBrief(also) }), ...(from && { from }) });
  };
  for (const look of [lateCallbacks, idleAwaits, droppedCalls, waitsInTurn]) look(file, waiting, note);
  return found;
}

/** On one line, and cut where it is long. */
function inBrief(code: string): string {
  const line = code.replaceAll(/\s+/g, ' ');
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}

const longest = 60;
