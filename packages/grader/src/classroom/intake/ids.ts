import { createHash } from 'node:crypto';
import { reserved } from './reading/inside.ts';

/** A student's hand-in, before it has an id. */
export interface Nameable {
  /** What tells it from all others of its kind; the same in every run. */
  readonly identity: string;
  /** What people would call its file. */
  readonly label: string;
}

/**
 * An id for each, in their order: its label, as far as every system takes that for the name of a file. What is not told apart by that
 * has a piece of a hash behind it, and so has whatever was changed, cut, or is called like a device. An id depends on the others only
 * where two would have the same.
 */
export function idsFor(all: readonly Nameable[]): readonly string[] {
  const simple = all.map(({ label, identity }) => ({ identity, id: fileName(label, identity) }));
  const counts = new Map<string, number>();
  for (const { id } of simple) counts.set(folded(id), (counts.get(folded(id)) ?? 0) + 1);
  const taken = new Set<string>();
  return simple.map(({ id, identity }) => {
    const base = counts.get(folded(id)) === 1 ? id : marked(id, identity);
    let free = base;
    for (let count = 2; taken.has(folded(free)); count += 1) free = `${base}-${count}`;
    taken.add(folded(free));
    return free;
  });
}

const mostLetters = 40;

function fileName(label: string, identity: string): string {
  const whole = label.toWellFormed().normalize('NFC');
  const plain = whole.replace(/[^\p{L}\p{M}\p{N}._-]+/gu, '-').replace(/^[-.]+|[-.]+$/g, '');
  const short = Array.from(plain).slice(0, mostLetters).join('').replace(/[-.]+$/, '');
  const isWhole = short === whole.replaceAll(' ', '-') && short !== '' && !reserved.test(short);
  return isWhole ? short : marked(short, identity);
}

function marked(id: string, identity: string): string {
  const mark = createHash('sha256').update(identity).digest('hex').slice(0, 8);
  return id === '' ? mark : `${reserved.test(id) ? '_' : ''}${id}-${mark}`;
}

/** What a system that takes no notice of case, or of how letters are composed, makes of a name. */
function folded(id: string): string {
  return id.normalize('NFKD').toUpperCase().toLowerCase();
}
