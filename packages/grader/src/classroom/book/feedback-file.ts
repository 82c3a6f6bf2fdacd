import type { HandIn } from '../hand-in.ts';
import type { Importer } from './import-table.ts';

/**
 * The name of a student's page of feedback. Moodle finds out by it whose it is (*Upload multiple feedback files in a zip*): a name, the
 * participant's number, and what was handed in.
 */
export function feedbackFile({ id, origin, student: { key } }: HandIn, gradebook: Importer | undefined): string {
  return gradebook === 'moodle' && origin === 'moodle' && key !== undefined ? `${id.replaceAll('_', '-')}_${key}_assignsubmission_file_feedback.html` : `${id}.html`;
}
