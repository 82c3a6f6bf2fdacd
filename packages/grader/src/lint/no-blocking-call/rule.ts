import { ESLintUtils } from '@typescript-eslint/utils';
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { Bindings } from '../binding/bindings.ts';
import { modelOf } from '../binding/source-model.ts';
import type { SourceModel } from '../binding/source-model.ts';
import { walk } from '../binding/walk.ts';
import { Analyses } from './analysis.ts';
import { effectfulNodes } from './effects/of-node.ts';
import { FileCheck } from './file-check.ts';
import { remedyFor } from './fixes/remedy.ts';
import { messageId, messages } from './messages.ts';
import { defaultOptions, optionsSchema } from './options.ts';
import type { Options } from './options.ts';
import { dataOf } from './report.ts';
import type { Report } from './report.ts';
import type { LoopNode } from './spin-loop/loop.ts';
import { spinOf } from './spin-loop/spin-loop.ts';

/** Reports what blocks the event loop where async code waits for it. */
export const noBlockingCall = ESLintUtils.RuleCreator.withoutDocs<[Partial<Options>?], string>({
  meta: {
    type: 'problem',
    fixable: 'code',
    docs: { description: 'Disallow calls that block the event loop in async code' },
    hasSuggestions: true,
    messages: { ...messages },
    schema: [optionsSchema],
  },
  create(context) {
    const { sourceCode } = context;
    const model = modelOf(sourceCode, context.filename);
    if (model === undefined) return {};
    const options: Options = { ...defaultOptions, ...context.options[0] };
    const analyses = analysesFor(options);
    const check = (): FileCheck => {
      const analysis = analyses.analysisOf(model);
      return new FileCheck(model, analysis, (report) => {
        context.report({
          loc: placeOf(report, sourceCode),
          messageId: messageId(report.sentence, options.language),
          data: dataOf(report, options),
          ...remedyFor(report, { model, sourceCode }, analysis.bindings, options.language),
        });
      });
    };
    if (analyses.areWorthwhileFor(model)) return listenerFor(check());
    return options.busyWait ? listenerForLoops(model, check) : {};
  },
});

const known = new Map<string, Analyses>();

function analysesFor(options: Options): Analyses {
  const key = JSON.stringify({ ...options, language: undefined, pause: undefined });
  const analyses = known.get(key) ?? new Analyses(options);
  known.set(key, analyses);
  return analyses;
}

function listenerFor(file: FileCheck): TSESLint.RuleListener {
  const check = (node: TSESTree.Node): void => file.check(node);
  return {
    ...Object.fromEntries(effectfulNodes.map((type) => [type, check])),
    ArrowFunctionExpression: (node) => file.enterFunction(node),
    'ArrowFunctionExpression:exit': (node) => file.leaveFunction(node),
    FunctionDeclaration: (node) => file.enterFunction(node),
    'FunctionDeclaration:exit': (node) => file.leaveFunction(node),
    FunctionExpression: (node) => file.enterFunction(node),
    'FunctionExpression:exit': (node) => file.leaveFunction(node),
    'PropertyDefinition[static=false]': () => file.enterField(),
    'PropertyDefinition[static=false]:exit': () => file.leaveField(),
    ReturnStatement: ({ argument }) => file.noteResult(argument),
  };
}

/** In a file that names nothing that blocks, a loop may spin; if one does, whoever calls it is of interest too. */
function listenerForLoops(model: SourceModel, check: () => FileCheck): TSESLint.RuleListener {
  const bindings = Bindings.ofNames();
  let spins = false;
  const note = (node: LoopNode): void => {
    spins ||= spinOf(node, model, bindings) !== undefined;
  };
  return {
    DoWhileStatement: note,
    ForStatement: note,
    WhileStatement: note,
    'Program:exit': () => {
      if (!spins) return;
      const file = check();
      walk(model.ast, model, (node) => {
        file.checkAnywhere(node);
        return true;
      });
    },
  };
}

/** What an editor underlines: a name, or the word that begins a loop. */
function placeOf({ effect }: Report, sourceCode: Readonly<TSESLint.SourceCode>): TSESTree.SourceLocation {
  return (effect.kind === 'spin' ? sourceCode.getFirstToken(effect.node) : effect.node)?.loc ?? effect.node.loc;
}
