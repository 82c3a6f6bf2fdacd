import { expect, test } from 'vitest';
import { typingOf } from '../../src/cli/context.ts';
import { asTyped } from '../../src/messages/commands.ts';
import { wrap } from '../../src/report/layout.ts';

test.each([
  ['pnpm grade', 'npm run grade'],
  ['pnpm grade tea', 'npm run grade tea'],
  ['pnpm run list', 'npm run list'],
  ['`pnpm grade --watch` goes on', '`npm run grade -- --watch` goes on'],
  ['pnpm hint tea --again', 'npm run hint -- tea --again'],
  ['pnpm play ID', 'npm run play ID'],
  ['运行 pnpm reset as-completed --undo。', '运行 npm run reset -- as-completed --undo。'],
])('Who has npm alone reads "%s" as "%s"', (text, typed) => {
  expect(asTyped({ runner: 'npm' }, text)).toBe(typed);
  expect(asTyped({}, text)).toBe(text);
});

test('Who has to ask for a language is told where it stands', () => {
  expect(asTyped({ language: 'zh-CN' }, 'pnpm grade tea')).toBe('pnpm grade --lang zh-CN tea');
  expect(asTyped({ language: 'zh-CN', runner: 'npm' }, 'pnpm hint tea --again')).toBe('npm run hint -- --lang zh-CN tea --again');
});

test.each([
  [{ npm_config_user_agent: 'npm/10.8.2 node/v20.19.2 linux x64 workspaces/false' }, 'npm'],
  [{ npm_execpath: '/home/lin/.npm/_npx/1a2b/node_modules/pnpm/bin/pnpm.mjs', npm_config_user_agent: 'pnpm/12.4.2 npm/? node/v20' }, 'npm'],
  [{ npm_execpath: 'C:\\npm-cache\\_npx\\1a2b\\node_modules\\pnpm\\bin\\pnpm.mjs' }, 'npm'],
  [{ npm_execpath: '/usr/lib/node_modules/pnpm/bin/pnpm.mjs', npm_config_user_agent: 'pnpm/12.4.2 npm/? node/v26' }, 'pnpm'],
  [{}, 'pnpm'],
])('%o types %s', (env, runner) => {
  expect(typingOf({ askedLanguage: undefined, env })).toEqual({ language: undefined, runner });
});

test.each([
  'pnpm hint --lang zh-CN tea --again',
  'npm run grade -- tea --report html=report.html',
  'npx -y pnpm@12.4.2 grade',
  'packages/exercises/as-completed/as-completed.ts:12:3',
  'packages/exercises/课程/task.zh-CN.md',
  '.teatime/backups/tea/2026-11-28T21-40-00.000Z',
  'C:\\course\\packages\\exercises\\tea\\tea.ts',
  'https://ui.perfetto.dev/#!/viewer',
])('"%s" is never broken, in a line of any width', (whole) => {
  for (let width = 2; width <= 80; width += 1) {
    expect(wrap(`Before it stands a word: ${whole}, and words behind it.`, width).join('\n')).toContain(whole);
    expect(wrap(`前面有一些文字：${whole}。后面也有。`, width).join('\n')).toContain(whole);
  }
});
