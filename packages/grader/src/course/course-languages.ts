import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { languages } from '../messages/text.ts';
import { courseLayout } from './layout.ts';
import { parseJson } from './parse-json.ts';

const manifest = z.looseObject({ languages: z.array(z.string()).min(1) });

/** The languages of the course below `root`; those of the grader where it cannot be read, which whoever reads all of it is told. */
export function courseLanguages(root: string): readonly string[] {
  try {
    return manifest.parse(parseJson(readFileSync(courseLayout(root).manifest, 'utf8'))).languages;
  } catch {
    return languages;
  }
}
