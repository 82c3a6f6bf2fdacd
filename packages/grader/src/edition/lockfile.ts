/** A line of a lockfile, with the blank ones before it, and what stands below it: what is indented further. */
interface Entry {
  readonly key: string;
  readonly value: string;
  readonly line: string;
  readonly entries: readonly Entry[];
}

/** What each package of a workspace depends on, by the path of its folder from the root, which is `.`. */
export type Dependents = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * A lockfile of pnpm without what nobody there depends on any more. All else stays byte for byte: each version is the one that
 * the course was proved with. It goes by the indentation that pnpm writes, two spaces a level.
 */
export function prunedLockfile(lockfile: string, dependents: Dependents): string {
  const top = parse(lockfile);
  const importers = section(top, 'importers').flatMap((importer) => {
    const names = dependents.get(importer.key);
    return names === undefined ? [] : [{ ...importer, entries: importer.entries.map((kind) => keep(kind, (name) => names.has(name))).filter(hasEntries) }];
  });
  const snapshots = new Map(section(top, 'snapshots').map((snapshot) => [snapshot.key, snapshot]));
  const needed = new Set<string>();
  const need = (name: string, version: string): void => {
    const key = [`${name}@${version}`, version].find((candidate) => snapshots.has(candidate));
    if (key === undefined || needed.has(key)) return;
    needed.add(key);
    for (const kind of snapshots.get(key)?.entries ?? []) {
      if (kind.key.endsWith('ependencies')) for (const { key: dependency, value } of kind.entries) need(dependency, value);
    }
  };
  const direct = importers.flatMap(({ entries }) => entries.flatMap((kind) => kind.entries));
  for (const { key, entries } of direct) need(key, entries.find((entry) => entry.key === 'version')?.value ?? '');
  const packages = new Set([...needed].map(withoutPeers));
  const used = new Set(direct.map(({ key }) => key));
  const pruned = top.map((entry) => {
    switch (entry.key) {
      case 'catalogs':
        return { ...entry, entries: entry.entries.map((catalog) => keep(catalog, (name) => used.has(name) || isOverridden(top, name))) };
      case 'importers':
        return { ...entry, entries: importers };
      case 'packages':
        return keep(entry, (key) => packages.has(key));
      case 'snapshots':
        return keep(entry, (key) => needed.has(key));
      default:
        return entry;
    }
  });
  return print(pruned);
}

/** What an override takes from the catalog stays in it. */
function isOverridden(top: readonly Entry[], name: string): boolean {
  return section(top, 'overrides').some(({ key }) => key.endsWith(`>${name}`));
}

function section(top: readonly Entry[], key: string): readonly Entry[] {
  return top.find((entry) => entry.key === key)?.entries ?? [];
}

function keep(entry: Entry, isKept: (key: string) => boolean): Entry {
  return { ...entry, entries: entry.entries.filter(({ key }) => isKept(key)) };
}

function hasEntries({ entries }: Entry): boolean {
  return entries.length > 0;
}

/** `a@1.0.0(b@2.0.0)` is the package `a@1.0.0`, with its peers. */
function withoutPeers(key: string): string {
  return key.replace(/\(.*$/, '');
}

function parse(text: string): readonly Entry[] {
  const top: Entry[] = [];
  const open: { readonly depth: number; readonly entries: Entry[] }[] = [{ depth: -1, entries: top }];
  for (const line of text.match(/\n*[^\n]+\n|\n+$/g) ?? []) {
    const depth = line.replace(/^\n+/, '').search(/\S/);
    while (open.length > 1 && (open.at(-1)?.depth ?? -1) >= depth) open.pop();
    const [, key = '', value = ''] = /^\s*('(?:[^']|'')*'|[^:]+):(?:\s+(.*?))?\s*$/.exec(line) ?? [];
    const entries: Entry[] = [];
    open.at(-1)?.entries.push({ key: unquoted(key), value: unquoted(value), line, entries });
    open.push({ depth, entries });
  }
  return top;
}

function unquoted(text: string): string {
  return /^'.*'$/.test(text) ? text.slice(1, -1).replaceAll("''", "'") : text;
}

function print(entries: readonly Entry[]): string {
  return entries.map(({ line, entries: below }) => line + print(below)).join('');
}
