import ts from 'typescript';
import { callStep, moduleValue, stepFrom } from './value.ts';
import type { ExternalValue } from './value.ts';

/** What a declaration that has no code names: `Dir().readSync` of `fs`, for a method of a class in Node's types. */
export function foreignValue(declaration: ts.Declaration): ExternalValue | undefined {
  const steps: string[] = [];
  for (let node: ts.Node = declaration; !ts.isSourceFile(node); node = node.parent) {
    if (ts.isModuleDeclaration(node) && ts.isStringLiteral(node.name)) return valueIn(node.name.text, steps);
    // `declare global { … }` is at home nowhere, whatever module it stands in.
    if (ts.isModuleDeclaration(node) && node.name.text === 'global') return valueIn(undefined, steps);
    const name = nameOf(node);
    if (name === undefined) continue;
    const isOfInstance = steps.length > 0 && (ts.isInterfaceDeclaration(node) || ts.isClassDeclaration(node));
    if (isOfInstance && !isStatic(declaration)) steps.unshift(callStep);
    steps.unshift(name);
  }
  const file = declaration.getSourceFile();
  return valueIn(ts.isExternalModule(file) ? packageOf(file.fileName) : undefined, steps);
}

function valueIn(module: string | undefined, steps: readonly string[]): ExternalValue {
  const start: ExternalValue = module === undefined ? { kind: 'external', module, path: [] } : moduleValue(module);
  return steps.reduce(stepFrom, start);
}

/** The package whose files or types lie there: `better-sqlite3` for `node_modules/@types/better-sqlite3/index.d.ts`. */
function packageOf(path: string): string | undefined {
  const [, name] = /.*\/node_modules\/(?:@types\/)?((?:@[^/]+\/)?[^/]+)\//.exec(path) ?? [];
  // The types of `@scope/name` lie in `@types/scope__name`.
  return name?.includes('__') === true ? `@${name.replace('__', '/')}` : name;
}

function nameOf(node: ts.Node): string | undefined {
  const isNamed =
    ts.isClassDeclaration(node) ||
    ts.isFunctionDeclaration(node) ||
    ts.isGetAccessorDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isMethodDeclaration(node) ||
    ts.isMethodSignature(node) ||
    ts.isModuleDeclaration(node) ||
    ts.isPropertyDeclaration(node) ||
    ts.isPropertySignature(node) ||
    ts.isVariableDeclaration(node);
  const name = isNamed ? node.name : undefined;
  return name !== undefined && (ts.isIdentifier(name) || ts.isStringLiteral(name)) ? name.text : undefined;
}

function isStatic(declaration: ts.Declaration): boolean {
  return (ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Static) !== 0;
}
