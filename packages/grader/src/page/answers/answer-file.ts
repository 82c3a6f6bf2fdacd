import type { CollectedFile } from '../../submission/collect.ts';

/** A file of an answer. */
export type AnswerFile = Pick<CollectedFile, 'name' | 'source'>;
