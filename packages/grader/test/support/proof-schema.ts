import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { repository } from './repository.ts';

const schema = await readFile(join(repository, 'docs/public/proof.schema.json'), 'utf8');

/** Whether a document is a proof as the published schema describes it. Leaves what is wrong in `errors`. */
export const obeysProofSchema = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true }).compile(JSON.parse(schema));
