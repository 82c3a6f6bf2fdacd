import open from 'open';

/** Has the system open a file or an address, where it has something to open it with. Without, nothing happens. */
export async function openInSystem(target: string): Promise<void> {
  try {
    const viewer = await open(target);
    viewer.on('error', () => {});
  } catch {
    // As above: whoever asked is told where it is, anyway.
  }
}
