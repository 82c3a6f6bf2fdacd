import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { courseCopy } from '../support/course-copy.ts';
import { command } from '../support/in-process.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const wrong: readonly [line: string, answer: RegExp][] = [
  ['graed', /no command 'graed'. Did you mean 'grade'\?/],
  ['dance', /There are grade, .*play,\supdate,\snew-exercise,\scheck-course/],
  ['grade --jsn result.json', /no option --jsn here. Did you mean --json\?/],
  ['grade --colour', /no option --colour here. There are --from, --json/],
  ['grade --json', /--json needs a value: --json FILE/],
  ['grade --json --lang en', /--json needs a value/],
  ['grade --from packages --from packages/solutions', /--from was given twice/],
  ['grade --require-sandbox=yes', /takes no value/],
  ['grade --lang tlh', /Write --lang en or --lang zh-CN/],
  ['grade gahter', /no exercise 'gahter'. Did you mean 'gather'\?/],
  ['grade ../tea', /no exercise '..\/tea'/],
  ['grade --from nowhere', /no such folder/],
  ['grade --json nowhere/result.json', /there is no folder nowhere\. Make it first/],
  ['grade --json .', /not an ordinary file/],
  ['play', /Name one exercise: pnpm play tea/],
  ['play tea gather', /Name one exercise/],
  ['play tea --json x', /no option --json here/],
  ['check-course gahter', /Did you mean 'gather'\?/],
  ['site --port tea', /--port tea is no port/],
  ['site --port 65536', /from 1 to 65535/],
  ['site --base teatime', /a slash before and after\s+it: --base \/teatime\//],
  ['site --dev --build', /leave out --base and --build/],
  ['site --build --port 4000', /leave out --port/],
  ['site', /There is no site here/],
];

test.each(wrong)('teatime %s is refused with what to do, and ends with 2', async (line, answer) => {
  const { code, stdout, stderr } = await command(line);
  expect(stderr).toMatch(answer);
  expect(stdout).toBe('');
  expect(code).toBe(2);
});

test('What npm keeps of a command is asked for again, and nothing is done without it', async () => {
  const env = { npm_config_user_agent: 'npm/11.19.1 node/v26.10.0', npm_lifecycle_event: 'grade', npm_config_watch: 'true', npm_config_dry_run: '' };
  expect(await command('grade tea', { env })).toMatchObject({ code: 2, stderr: expect.stringMatching(/npm kept --watch to itself.*npm run grade -- --watch/s) });
  expect(await command('grade gahter', { env: { ...env, npm_config_user_agent: 'pnpm/12.4.2 npm/? node/v26.10.0' } })).toMatchObject({ stderr: expect.stringContaining('Did you mean') });
});

test('Without a command there is help, which is a mistake; asked for, it is none', async () => {
  const bare = await command('');
  expect(bare).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('grade [ID…]') });
  expect(await command('--help')).toEqual({ code: 0, stdout: bare.stderr, stderr: '' });
});

test.each(['', 'grade', 'list', 'hint', 'reset', 'solution', 'play', 'check-course', 'site'])('teatime %s --help fits into 80 columns, in both languages', async (name) => {
  for (const language of ['en', 'zh-CN']) {
    const { stdout } = await command(`${name} --help --lang ${language}`.trim());
    expect(stdout.split('\n').filter((line) => stringWidth(line) > 80)).toEqual([]);
    expect(stdout).not.toMatch(/\p{Script=Han} \p{Script=Han}/u);
  }
});

test.each(['grade', 'play', 'check-course'])('teatime %s --help tells its options', async (name) => {
  const { code, stdout } = await command(`${name} --help`);
  expect(stdout).toContain(`teatime ${name}`);
  expect(stdout).toContain('--lang');
  expect(code).toBe(0);
});

test.each([
  ['grade x', { LANG: 'en_US.UTF-8' }, 'en'],
  ['grade x', { LANG: 'C.UTF-8' }, 'en'],
  ['grade x', { LANG: 'zh_CN.UTF-8' }, 'zh'],
  ['grade x', { LANG: 'zh_TW.UTF-8', LC_ALL: '' }, 'zh'],
  ['grade x', { LANG: 'en_US.UTF-8', LC_MESSAGES: 'zh_CN.UTF-8' }, 'zh'],
  ['grade x', { LC_ALL: 'de_DE.UTF-8', LANG: 'zh_CN.UTF-8' }, 'en'],
  ['grade x --lang zh-CN', { LANG: 'en_US.UTF-8' }, 'zh'],
  ['grade x --lang=zh-CN', { LANG: 'en_US.UTF-8' }, 'zh'],
  ['grade x --lang en', { LANG: 'zh_CN.UTF-8' }, 'en'],
])('%s with %o speaks %s', async (line, env, language) => {
  const { stderr } = await command(line, { env });
  expect(stderr).toContain(language === 'zh' ? '没有' : 'There is no exercise');
});

test('A broken course is told to its author, place by place, and ends with 2', async () => {
  await using course = await courseCopy('tea', 'gather');
  await course.write('packages/exercises/tea/exercise.json', '{ "title": { "en": "Tea" }, "files": ["tea.ts"] }');
  const { code, stdout, stderr } = await command('grade', { cwd: course.path });
  expect(stderr).toContain('packages/exercises/tea/exercise.json: summary: write a sentence in each');
  expect(stderr).toContain('packages/exercises/tea/exercise.json: checks');
  expect(stdout).toBe('');
  expect(code).toBe(2);
});

test('Outside of every course, the course is the one that the command belongs to', async () => {
  await using elsewhere = await temporaryFolder();
  const { stderr } = await command('grade gahter', { cwd: elsewhere.path });
  expect(stderr).toMatch(/Did you mean 'gather'/);
});
