import type { MarkdownEnv } from 'vitepress';
import type { Language } from '../../../packages/grader/src/messages/text.ts';
import type { TitledRecording } from '../../../packages/grader/src/player/read-recordings.ts';
import type { MarkdownIt } from './links.ts';
import { pageAt } from './places.ts';
import type { RecordedPrograms } from './programs/recorded-programs.ts';

/**
 * Below ` ```ts player=tea ` stands the player of that program, and in the place of `<!-- player=tea -->` the player alone: see
 * `theme/RunPlayer.ts`.
 */
export function showRuns(md: MarkdownIt, programs: RecordedPrograms): void {
  const { fence, html_block: html } = md.renderer.rules;
  if (fence === undefined || html === undefined) throw new Error('Markdown has no fences.');
  md.renderer.rules.fence = (tokens, index, options, env: Partial<MarkdownEnv>, self) => {
    const shown = fence(tokens, index, options, env, self);
    const { info = '', content: source = '' } = tokens[index] ?? {};
    const name = /^ts player=(?<name>\S+)$/.exec(info.trim())?.groups?.['name'];
    const language = languageOf(env);
    return name === undefined ? shown : shown + player(programs.of({ name, source, language }), language);
  };
  md.renderer.rules.html_block = (tokens, index, options, env: Partial<MarkdownEnv>, self) => {
    const name = /^<!-- player=(?<name>\S+) -->$/.exec(tokens[index]?.content.trim() ?? '')?.groups?.['name'];
    const language = languageOf(env);
    return name === undefined ? html(tokens, index, options, env, self) : player(programs.named(name, language), language);
  };
}

function languageOf({ relativePath = '' }: Partial<MarkdownEnv>): Language {
  return pageAt(relativePath).language;
}

function player(runs: readonly TitledRecording[] | undefined, language: Language): string {
  // What stands in an attribute of a template may hold no quotation marks and no braces.
  return runs === undefined ? '' : `<RunPlayer recording="${encodeURIComponent(JSON.stringify(runs))}" lang="${language}" />\n`;
}
