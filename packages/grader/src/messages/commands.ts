
/** How a reader has to type the commands that a text names. */
export interface Typing {
  /** The language to ask for, when the system's is another one. */
  readonly language?: string | undefined;
  /** Where there may be no `pnpm`, npm starts the same scripts, and much faster than `npx pnpm`. */
  readonly runner?: 'pnpm' | 'npm' | undefined;
}

/** Commands of pnpm's own have these names, too. */
const ofPnpm: ReadonlySet<string> = new Set(['list', 'update']);

const forInstructors: ReadonlySet<string> = new Set(['check-course', 'release', 'grade-class', 'grade-worker']);

const named = /\bpnpm (?:run )?(grade-class|grade-worker|grade|list|hint|play|reset|solution|update|check-course|release)(?![\w-])( (?!ID\b)[a-z\d]+(?:-[a-z\d]+)*(?= --\w)| ID(?= --\w))?( (?=--\w))?/g;

/**
 * A text whose commands are as the reader has to type them: `pnpm grade tea` becomes `pnpm grade --lang zh-CN tea` for whoever
 * is answered in another language without, and `npm run grade tea` for whoever has npm alone.
 */
export function asTyped({ language, runner = 'pnpm' }: Typing, text: string): string {
  return text.replace(named, (_whole, name: string, exercise = '', option = '') => {
    const start = runner === 'npm' ? `npm run ${name}` : `pnpm ${ofPnpm.has(name) ? `run ${name}` : name}`;
    const asked = language === undefined || forInstructors.has(name) ? '' : ` --lang ${language}`;
    // npm keeps options to itself that stand before two dashes.
    const dashes = runner === 'npm' && (asked !== '' || option !== '') ? ' --' : '';
    return `${start}${dashes}${asked}${exercise}${option}`;
  });
}
