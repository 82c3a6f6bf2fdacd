import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as parser from '@typescript-eslint/parser';
import { TSESLint } from '@typescript-eslint/utils';
import ts from 'typescript';
import { teatime } from '../src/lint/plugin.ts';
const root = process.argv[2] ?? '';
const filter = process.argv[3] ?? '';
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((n) => /\.(?:[cm]?[jt]s|jsx)$/.test(n)).toSorted();
const modules = files.map((name) => {
  const path = join(root, name); const source = readFileSync(path, 'utf8');
  const marks = source.split('\n').flatMap((line, i) => { const m = /\/\/ report(?: (\d))?( with types)?$/.exec(line); return m ? Array.from({ length: Number(m[1] ?? 1) }, () => ({ line: i + 1, t: m[2] !== undefined })) : []; });
  return { name, path, source, withTypes: marks.map((m) => m.line), withoutTypes: marks.filter((m) => !m.t).map((m) => m.line) };
});
const program = ts.createProgram({ rootNames: modules.map(({ path }) => path), options: { allowJs: true, allowImportingTsExtensions: true, jsx: ts.JsxEmit.Preserve, module: ts.ModuleKind.NodeNext, noEmit: true, skipLibCheck: true, strict: true, target: ts.ScriptTarget.ES2024, lib: ['lib.esnext.d.ts'], types: ['node'], typeRoots: [join(import.meta.dirname, '../node_modules/@types')] } });
if (process.argv.includes('--check')) for (const d of ts.getPreEmitDiagnostics(program)) console.log(d.file?.fileName.slice(root.length), d.file && d.start !== undefined ? d.file.getLineAndCharacterOfPosition(d.start).line + 1 : '', ts.flattenDiagnosticMessageText(d.messageText, ' '));
for (const [kind, types] of [['typed', program], ['untyped', undefined]] as const) {
  let expected = 0, missed = 0, extra = 0, bad = 0;
  for (const m of modules) {
    if (!m.name.includes(filter) && !filter.startsWith('--')) continue;
    const want = [...(kind === 'typed' ? m.withTypes : m.withoutTypes)]; let got: number[] = [];
    try {
      const linter = new TSESLint.Linter({ configType: 'flat', cwd: root });
      const messages = linter.verify(m.source, [{ files: ['**/*.{ts,js,cjs,mjs,cts,mts,jsx}'], languageOptions: { parser, parserOptions: types === undefined ? { ecmaFeatures: { jsx: m.name.endsWith('x') } } : { programs: [types] } }, plugins: { teatime }, rules: { 'teatime/no-blocking-call': 'error' } }], { filename: m.path });
      for (const { fatal, message } of messages) if (fatal) throw new SyntaxError(message);
      got = messages.map((x) => x.line);
    } catch (e) { console.log(kind, m.name, String(e)); bad++; continue; }
    const rest = [...got]; const miss = want.filter((l) => { const i = rest.indexOf(l); if (i < 0) return true; rest.splice(i, 1); return false; });
    expected += want.length; missed += miss.length; extra += rest.length;
    if (miss.length || rest.length) console.log(`${kind} ${m.name}: missed ${JSON.stringify(miss)} extra ${JSON.stringify(rest)}`);
  }
  console.log(`${kind}: ${modules.length} modules, ${expected} expected, ${missed} missed, ${extra} false, ${bad} broken`);
}
