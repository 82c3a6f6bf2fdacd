import { renameSync } from 'node:fs';
import { workerData } from 'node:worker_threads';

/** Somebody who, as fast as they can, puts a decoy in the place of what was looked at, and back again, until it is enough. */
const { place, decoy, enough }: { readonly place: string; readonly decoy: string; readonly enough: Int32Array } = workerData;

while (Atomics.load(enough, 0) === 0) {
  renameSync(place, `${place}.away`);
  renameSync(decoy, place);
  renameSync(place, decoy);
  renameSync(`${place}.away`, place);
}
