import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import ts from 'typescript';
import type { Exercise } from '../../../course/course.ts';
import { shownSuite } from '../../../course/shown-suite.ts';
import type { CourseLayout } from '../../../course/layout.ts';
import { courseBreaches } from '../../../messages/course-breaches.ts';
import { isLanguage } from '../../../messages/system-language.ts';
import type { Language, Text } from '../../../messages/text.ts';
import type { Breach } from '../breach/breach.ts';
import { isWrongLanguage, startOf } from '../breach/language.ts';

/** What the sources of a suite show to be wrong with it, before it runs. */
export async function suiteSourceBreaches({ id, exports }: Exercise, { suites }: CourseLayout, languages: readonly string[]): Promise<readonly Breach[]> {
  const sources = await sourcesOf(id, suites);
  const used = new Set<string>();
  const found = sources.flatMap(({ path, file }) => [
    ...importBreaches(path, file, id, exports, used),
    ...realTimeIn(path, file).map(suiteBreach),
    ...textBreaches(path, file, languages.filter(isLanguage)),
  ]);
  const manifest = `packages/exercises/${id}/exercise.json`;
  const unused = sources.length === 0 || used.has('*') ? [] : exports.filter((name) => !used.has(name));
  return [...found, ...unused.map((name) => suiteBreach(courseBreaches.neverUsed(manifest, shownSuite(id), name)))];
}

function suiteBreach(details: Text): Breach {
  return { promise: 'suite', details };
}

export interface Source {
  /** From the root of the course. */
  readonly path: string;
  readonly file: ts.SourceFile;
}

/** The suite and what stands in the folder beside it. */
export async function sourcesOf(id: string, suites: string): Promise<readonly Source[]> {
  const beside = await readdir(join(suites, id), { recursive: true }).catch(() => []);
  const names = [`${id}.suite.ts`, `${id}.hidden.suite.ts`, ...beside.filter((name) => name.endsWith('.ts')).map((name) => `${id}/${name}`)];
  const read = await Promise.all(names.map(async (name) => {
    const text = await readFile(join(suites, name), 'utf8').catch(() => undefined);
    if (text === undefined) return [];
    return [{ path: `packages/grader/suites/${name}`, file: ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true) }];
  }));
  return read.flat();
}

/** What a suite may not import: Vitest's own things, modules that go by real time, and the answer to another exercise. */
function importBreaches(path: string, file: ts.SourceFile, id: string, exports: readonly string[], used: Set<string>): readonly Breach[] {
  return file.statements.filter(ts.isImportDeclaration).flatMap((statement) => {
    const { moduleSpecifier, importClause } = statement;
    const name = ts.isStringLiteral(moduleSpecifier) ? moduleSpecifier.text : '';
    const place = placeOf(path, file, statement);
    if (importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword) return [];
    if (name === 'vitest') return [suiteBreach(courseBreaches.usesVitest(place))];
    if (realModules.has(name.replace(/^node:/, ''))) return [suiteBreach(courseBreaches.realTime(place, name))];
    if (!name.startsWith('@teatime/exercises/')) return [];
    if (name !== `@teatime/exercises/${id}`) return [suiteBreach(courseBreaches.otherExercise(place, id))];
    const bindings = importClause?.namedBindings;
    if (bindings === undefined || !ts.isNamedImports(bindings)) {
      used.add('*');
      return [];
    }
    const names = bindings.elements.filter(({ isTypeOnly }) => !isTypeOnly).map((element) => (element.propertyName ?? element.name).text);
    names.forEach((imported) => used.add(imported));
    const manifest = `packages/exercises/${id}/exercise.json`;
    return names.filter((imported) => !exports.includes(imported)).map((imported) => suiteBreach(courseBreaches.usesUndeclared(place, manifest, imported)));
  });
}

const realModules: ReadonlySet<string> = new Set([
  'timers', 'timers/promises', 'perf_hooks', 'worker_threads', 'child_process', 'fs', 'fs/promises', 'http', 'https', 'net', 'dns',
]);

/** Clocks and timers that are taken where no check runs, and so before they are virtual; and those that never are. */
function realTimeIn(path: string, file: ts.SourceFile): readonly Text[] {
  const found: Text[] = [];
  const visit = (node: ts.Node, isInside: boolean): void => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node)) return;
    if (ts.isPropertyAccessExpression(node) && neverVirtual.has(node.getText(file))) {
      found.push(courseBreaches.realTime(placeOf(path, file, node), node.getText(file)));
    } else if (ts.isIdentifier(node) && !isInside && virtual.has(node.text) && isValue(node)) {
      found.push(courseBreaches.realTime(placeOf(path, file, node), node.text));
    }
    ts.forEachChild(node, (child) => visit(child, isInside || ts.isFunctionLike(node)));
  };
  visit(file, false);
  return found;
}

const virtual: ReadonlySet<string> = new Set(['setTimeout', 'setInterval', 'setImmediate', 'Date', 'performance', 'Temporal']);
const neverVirtual: ReadonlySet<string> = new Set(['process.hrtime', 'performance.timeOrigin', 'Temporal.Now', 'process.uptime']);

/** Not a name in a list or of a type; and what asks a clock for no time is harmless. */
function isValue({ parent }: ts.Identifier): boolean {
  if (ts.isPropertyAccessExpression(parent) && ['UTC', 'parse'].includes(parent.name.text)) return false;
  return !ts.isPropertyAssignment(parent) && !ts.isBindingElement(parent) && !ts.isTypeNode(parent);
}

/** Sentences for students, `{ en: …, 'zh-CN': … }`, of which one is in the other's language. */
function textBreaches(path: string, file: ts.SourceFile, languages: readonly Language[]): readonly Breach[] {
  const found: Breach[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isObjectLiteralExpression(node)) {
      for (const language of languages) {
        const property = node.properties.find((one) => one.name !== undefined && (ts.isIdentifier(one.name) || ts.isStringLiteral(one.name)) && one.name.text === language);
        if (property === undefined || !ts.isPropertyAssignment(property)) continue;
        const text = sentenceOf(property.initializer);
        if (text === undefined || !isWrongLanguage(language, text)) continue;
        const say = language === 'en' ? courseBreaches.notEnglish : courseBreaches.notChinese;
        found.push({ promise: 'languages', details: say(placeOf(path, file, property), startOf(text)) });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** What is written out of a text, without what is put in when it is said. */
function sentenceOf(node: ts.Expression): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTemplateExpression(node)) return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join(' … ');
  if (ts.isBinaryExpression(node)) return `${sentenceOf(node.left) ?? ''}${sentenceOf(node.right) ?? ''}`;
  return ts.isParenthesizedExpression(node) ? sentenceOf(node.expression) : undefined;
}

function placeOf(path: string, file: ts.SourceFile, node: ts.Node): string {
  return `${path}:${file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1}`;
}
