/** As large as a zip of a whole course may be, and as many files as it has. */
const most = { bytes: 20_000_000, files: 5000 };

/** Files that somebody has picked, by their paths. */
export async function pickedFiles(files: readonly File[]): Promise<ReadonlyMap<string, Uint8Array>> {
  const read = files.slice(0, most.files).filter(({ size }) => size <= most.bytes);
  return new Map(await Promise.all(read.map(async (file) => [file.webkitRelativePath || file.name, new Uint8Array(await file.arrayBuffer())] as const)));
}

/** Files that somebody has dropped, those in folders too. */
export async function droppedFiles({ items }: DataTransfer): Promise<ReadonlyMap<string, Uint8Array>> {
  // Once this turn is over they are gone.
  const entries = Array.from(items, (item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  const files = new Map<string, Uint8Array>();
  for (const entry of entries) await walk(entry, files);
  return files;
}

async function walk(entry: FileSystemEntry, files: Map<string, Uint8Array>): Promise<void> {
  if (files.size >= most.files || entry.name === 'node_modules') return;
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    if (file.size <= most.bytes) files.set(entry.fullPath.replace(/^\//, ''), new Uint8Array(await file.arrayBuffer()));
  } else if (isFolder(entry)) {
    for (const inside of await entriesOf(entry)) await walk(inside, files);
  }
}

/** A reader hands them over some at a time. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<readonly FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return all;
    all.push(...some);
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
