import * as parser from '@typescript-eslint/parser';
import { TSESLint } from '@typescript-eslint/utils';
import type ts from 'typescript';
import { inCompilerLanguage } from '../messages/compiler-language.ts';
import { howToPause } from '../messages/pause.ts';
import type { Language } from '../messages/text.ts';
import { typeAdvice } from '../messages/type-advice.ts';
import type { Finding } from '../verdict/finding.ts';
import type { LintJob, LintReply } from './lint-job.ts';
import { teatime } from './plugin.ts';
import { findingOf, problemsInBoth } from './problems.ts';
import type { Edit, Problem, SourceProblem } from './problems.ts';
import { reasons, staticChecksOf, withoutResult } from './static-checks.ts';
import type { StaticCheck } from './static-checks.ts';
import type { Libraries } from './types/libraries.ts';
import { hasSyntaxErrors, typeProblemsIn } from './types/type-problems.ts';
import { unawaitedIn } from './types/unawaited.ts';
import { WarmProgram } from './types/warm-program.ts';

/** All that a reading of a submission has to say. */
export interface LintReading extends LintReply {
  /** All of which the findings are made, each with its place and what could be done about it. */
  readonly problems: readonly SourceProblem[];
}

/** Looks at submissions without running them: TypeScript's errors, `no-blocking-call`, and the restrictions. */
export class SubmissionLinter {
  readonly #directory: string;
  readonly #programs: WarmProgram;
  readonly #linter: TSESLint.Linter;

  /** @param directory `packages/exercises`, with forward slashes: submissions are read as if they lay there */
  constructor(directory: string, libraries: Libraries) {
    this.#directory = directory;
    this.#programs = new WarmProgram(libraries);
    this.#linter = new TSESLint.Linter({ configType: 'flat', cwd: directory });
  }

  /** Loads the libraries now, so that the first submission does not wait for them. */
  warmUp(): void {
    const warmUp = { exercise: 'warm-up', exports: [], imports: [], files: [{ name: 'warm-up.ts', source: '', code: '' }] };
    this.lint({ submission: warmUp, restrictions: [] });
  }

  /** One finding a check. Never throws for what a submission says. */
  lint(job: LintJob): readonly Finding[] {
    return this.read(job).findings;
  }

  /** The same, with every problem by itself, and what the files begin and do not wait for. */
  read(job: LintJob): LintReading {
    try {
      return this.#read(job);
    } catch {
      // Deep nesting overflows the stack of any parser; there is nothing better to say about such a file.
      return nothingBut(withoutResult(job, reasons.crash));
    }
  }

  #read(job: LintJob): LintReading {
    const files = this.#filesOf(job);
    const program = this.#programs.programOf({ files, imports: job.submission.imports });
    if (files.some(({ path }) => hasSyntaxErrors(program, path))) return nothingBut(withoutResult(job, reasons.syntax));
    const english = this.#problemsIn(job, files, program, 'en');
    const unawaited = unawaitedIn(program, { files, imports: job.submission.imports });
    // Most submissions have none, and asking a second time costs as much as the first.
    const chinese = english.length === 0 ? [] : this.#problemsInChinese(job, files, program);
    const problems = problemsInBoth({ en: english, 'zh-CN': chinese });
    return { findings: staticChecksOf(job).map((check) => findingOf(check, problems)), unawaited, problems };
  }

  #filesOf({ submission }: LintJob): readonly File[] {
    return submission.files.map(({ name, source }) => ({
      name,
      path: `${this.#directory}/${submission.exercise}/${name}`,
      source,
    }));
  }

  #problemsInChinese(job: LintJob, files: readonly File[], program: ts.Program): readonly Problem[] {
    const unchecked = this.#programs.again(program, { files, imports: job.submission.imports });
    return inCompilerLanguage('zh-CN', () => this.#problemsIn(job, files, unchecked, 'zh-CN'));
  }

  #problemsIn(job: LintJob, files: readonly File[], program: ts.Program, language: Language): readonly Problem[] {
    return files.flatMap((file) => [
      ...typeProblems(program, file, job.submission.imports, language),
      ...this.#lintProblems(job, program, file, language),
    ]);
  }

  #lintProblems({ restrictions, submission: { imports } }: LintJob, program: ts.Program, file: File, language: Language): readonly Problem[] {
    const config: TSESLint.FlatConfig.Config = {
      files: ['**'],
      languageOptions: { parser, parserOptions: { programs: [program] } },
      linterOptions: { noInlineConfig: true },
      plugins: { teatime },
      rules: {
        'teatime/no-blocking-call': ['error', { language, pause: howToPause(imports) }],
        'teatime/restricted-members': ['error', { language, restrictions }],
      },
    };
    const messages = this.#linter.verify(file.source, [config], { filename: file.path });
    return messages.flatMap(({ ruleId, message, line, column, endLine = line, endColumn = column, fix, suggestions = [] }) => {
      const check = ruleId === null ? undefined : checkOfRule.get(ruleId);
      if (check === undefined) return [];
      const remedies = [...(fix ? [{ edit: editOf(fix) }] : []), ...suggestions.map((one) => ({ what: one.desc, edit: editOf(one.fix) }))];
      return [{ check, message, location: { file: file.name, line, column }, end: { line: endLine, column: endColumn }, remedies }];
    });
  }
}

/** A file of the submission, overlaid on the folder of its exercise. */
interface File {
  readonly name: string;
  readonly path: string;
  readonly source: string;
}

function nothingBut(findings: readonly Finding[]): LintReading {
  return { findings, unawaited: [], problems: [] };
}

function editOf({ range: [from, to], text }: TSESLint.RuleFix): Edit {
  return { from, to, text };
}

const checkOfRule: ReadonlyMap<string, StaticCheck> = new Map([
  ['teatime/no-blocking-call', 'no-blocking-call'],
  ['teatime/restricted-members', 'restrictions'],
]);

function typeProblems(program: ts.Program, { path, name }: File, imports: readonly string[], language: Language): readonly Problem[] {
  const { speaker, gap } = { en: { speaker: 'TypeScript: ', gap: ' ' }, 'zh-CN': { speaker: 'TypeScript：', gap: '' } }[language];
  return typeProblemsIn(program, path).map((problem) => {
    const { message, line, column, end } = problem;
    const advice = typeAdvice(problem, imports);
    return {
      check: 'types',
      message: `${speaker}${message}${advice === undefined ? '' : `${gap}${advice[language]}`}`,
      location: { file: name, line, column },
      end,
      remedies: [],
    };
  });
}
