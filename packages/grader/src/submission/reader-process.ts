import { serve } from '../helper/serve.ts';
import { readSource } from './read-source.ts';

// Started by SourceReader.
await serve(() => readSource);
