import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';

/** What the grader needs of the course; of the solutions nothing but the name of their package, which the lockfile knows. */
const parts = ['course.json', 'LICENSE', 'package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml', 'tsconfig.base.json', 'packages/core', 'packages/exercises', 'packages/grader', 'packages/solutions/package.json'];

/** What it does not need, and what tools leave behind. */
const needless = /(?:^|\/)(?:node_modules|\.git|\.turbo|\.teatime|\.DS_Store|\..*\.tmp)(?:\/|$)|^packages\/(?:core|exercises|grader)\/(?:test|bench)\//;

/**
 * An autograder for Gradescope: a zip of the course's grader with its suites, and two scripts. `setup.sh` is run once, when Gradescope builds its
 * image, and `run_autograder` for each submission. The same bytes for the same course.
 *
 * @param root of the course
 * @param language of what students read
 */
export async function gradescopeZip(root: string, language: string): Promise<Uint8Array> {
  const files = parts.flatMap((part) => filesIn(root, part)).toSorted();
  const writer = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false, lastModDate: new Date(2026, 0, 1), extendedTimestamp: false });
  const add = async (name: string, content: Uint8Array, mode: number): Promise<unknown> =>
    await writer.add(name, new Uint8ArrayReader(content), { unixMode: 0o100_000 | mode });
  await add('setup.sh', Buffer.from(setup(packageManagerOf(root))), 0o755);
  await add('run_autograder', Buffer.from(runAutograder(language)), 0o755);
  for (const file of files) await add(`course/${file}`, readFileSync(join(root, file)), 0o644);
  return await writer.close();
}

/** The file itself, or what lies below the folder: paths from the root, with forward slashes. */
function filesIn(root: string, path: string): readonly string[] {
  if (needless.test(`${path}/`)) return [];
  const entry = readdirSync(join(root, path, '..'), { withFileTypes: true }).find(({ name }) => name === path.split('/').at(-1));
  if (entry?.isFile()) return [path];
  return entry?.isDirectory() ? readdirSync(join(root, path)).flatMap((name) => filesIn(root, `${path}/${name}`)) : [];
}

function packageManagerOf(root: string): string {
  const manifest: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const named = typeof manifest === 'object' && manifest !== null && 'packageManager' in manifest ? manifest.packageManager : undefined;
  return typeof named === 'string' && /^pnpm@[\w.+-]+$/.test(named) ? named : 'pnpm';
}

function setup(packageManager: string): string {
  return `#!/bin/sh
# Gradescope runs this once, when it builds the image: the sandbox, a Node to begin with, and the grader.
set -e
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  apt-get update
  apt-get install -y bubblewrap ca-certificates curl
  command -v npx >/dev/null || { curl -fsSL https://deb.nodesource.com/setup_24.x | bash -; apt-get install -y nodejs; }
fi
here=$(cd "$(dirname "$0")" && pwd)
[ -d "$here/source" ] && here=$here/source
cd "$here/course"
npx -y ${packageManager} install --frozen-lockfile
`;
}

function runAutograder(language: string): string {
  return `#!/bin/sh
# Gradescope runs this for each submission. Where bubblewrap does not work there, it gives no points and says so. Without
# --require-sandbox it would grade all the same, held by Node's permission model alone.
here=$(cd "$(dirname "$0")" && pwd)
"$here/source/course/node_modules/.bin/teatime" grade --from "$here/submission" --report "gradescope=$here/results/results.json" --require-sandbox --lang ${language}
code=$?
# 1 is a submission that does not pass. With any other there is no result, and none should be recorded.
[ "$code" -le 1 ] || exit "$code"
`;
}
