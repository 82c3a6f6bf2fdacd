import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { readFile } from 'node:fs/promises';
import { replaceFile } from '../../files/replace-file.ts';
import { jsonReport } from '../../report/json.ts';
import { isGradeResult } from '../../verdict/is-grade-result.ts';
import type { GradeResult } from '../../verdict/result.ts';

/**
 * Results that were made before, found by what they are results of. A file is whole or not there, also after `kill -9`; one
 * that was changed since is as if it were not there.
 */
export class KeptResults {
  readonly #folder: string;

  /** @param folder absolute; made with the first result */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The result of a job; undefined when there is none. */
  async find(id: string): Promise<GradeResult | undefined> {
    const text = await readFile(this.#file(id), 'utf8').catch(() => undefined);
    if (text === undefined) return undefined;
    const [seal, document] = [text.slice(0, sealLength), text.slice(sealLength + 1)];
    if (seal !== sealOf(document)) return undefined;
    const result: unknown = JSON.parse(document);
    return isGradeResult(result) ? result : undefined;
  }

  /** @throws {FileProblem} when it cannot be written */
  keep(id: string, result: GradeResult): void {
    const document = jsonReport(result);
    replaceFile(this.#file(id), `${sealOf(document)}\n${document}`, { make: true });
  }

  #file(id: string): string {
    return join(this.#folder, id.slice(0, 2), id);
  }
}

const sealLength = 64;

function sealOf(document: string): string {
  return createHash('sha256').update(document).digest('hex');
}
