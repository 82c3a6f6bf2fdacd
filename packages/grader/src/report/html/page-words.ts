import type { HtmlWords } from '../../messages/html-report.ts';
import type { ReportWords } from '../../messages/report.ts';
import type { Language } from '../../messages/text.ts';

/** All words of the page: those of the report for the terminal, and its own; and what else every part of it asks for. */
export interface PageWords extends ReportWords, HtmlWords {
  readonly language: Language;
  /** Whether there is a player, in which timelines can be gone through. */
  readonly plays: boolean;
}
