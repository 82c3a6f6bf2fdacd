// @ts-check

/**
 * The folders of the grader, and which of their neighbours each may import: the arrows of docs/architecture.md. What only
 * hands texts and data on stands first, what puts everything together last.
 */
const grader = {
  messages: [],
  source: [],
  machine: [],
  seal: ['messages'],
  files: ['messages'],
  wire: [],
  host: ['wire'],
  course: ['messages'],
  verdict: ['course', 'messages', 'source'],
  report: ['messages', 'player', 'verdict'],
  scaffold: ['course', 'files', 'messages'],
  progress: ['course', 'files', 'messages'],
  sandbox: ['source', 'verdict', 'wire'],
  helper: ['machine', 'sandbox'],
  submission: ['course', 'files', 'helper', 'messages', 'source', 'verdict'],
  lint: ['course', 'helper', 'messages', 'source', 'submission', 'verdict'],
  bridge: ['machine', 'messages', 'source', 'submission', 'verdict', 'wire'],
  judge: ['bridge', 'messages', 'sandbox', 'seal', 'submission', 'verdict'],
  player: ['messages'],
  stage: ['host', 'messages', 'player', 'source'],
  page: ['bridge', 'course', 'files', 'host', 'judge', 'lint', 'messages', 'player', 'report', 'seal', 'submission', 'verdict', 'wire'],
  grading: ['course', 'judge', 'lint', 'machine', 'messages', 'progress', 'sandbox', 'submission', 'verdict'],
  edition: ['course', 'files', 'messages', 'progress', 'seal'],
  classroom: ['course', 'files', 'grading', 'messages', 'report', 'sandbox', 'submission', 'verdict'],
  cli: ['course', 'edition', 'files', 'messages', 'progress', 'report', 'sandbox', 'seal', 'verdict'],
  commands: ['classroom', 'cli', 'course', 'edition', 'files', 'grading', 'host', 'judge', 'machine', 'messages', 'player', 'progress', 'report', 'sandbox', 'scaffold', 'stage', 'submission', 'verdict'],
};

const folders = Object.keys(grader);
const src = '^packages/grader/src/';

const arrows = Object.entries(grader).map(([folder, neighbours]) => ({
  name: `${folder} may import ${neighbours.join(', ') || 'none of its neighbours'}`,
  severity: 'error',
  from: { path: `${src}${folder}/` },
  to: { path: src, pathNot: `${src}(?:${[folder, ...neighbours].join('|')})/` },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...arrows,
    {
      name: 'every folder of the grader has its arrows',
      comment: 'A new folder is entered above, with the neighbours that it may import.',
      severity: 'error',
      from: { path: src, pathNot: `${src}(?:(?:${folders.join('|')})/|[^/]+$)` },
      to: {},
    },
    {
      name: 'no circles of files',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no circles of folders',
      severity: 'error',
      scope: 'folder',
      from: {},
      to: { circular: true },
    },
    {
      name: 'core imports nothing of the course',
      severity: 'error',
      from: { path: '^packages/core/src/' },
      to: { path: '^packages/(?!core/)' },
    },
    {
      name: 'the site imports what it shows, and nobody imports the site',
      severity: 'error',
      from: { path: '^packages/' },
      to: { path: '^docs/' },
    },
    {
      name: 'of the grader, the site imports how a course is read, its texts, the player and what records for it, and what it tells the page that grades',
      severity: 'error',
      from: { path: '^docs/' },
      to: { path: src, pathNot: `${src}(?:course|messages|player|page|stage)/` },
    },
    {
      name: 'only the judge imports a suite, and nothing a solution',
      severity: 'error',
      from: { path: '^(?:docs|packages/(?:core|exercises|grader/src))/' },
      to: { path: '^packages/(?:grader/suites|solutions)/' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    doNotFollow: { path: 'node_modules' },
    // VitePress keeps what it reads its configuration from beside it, for a moment.
    exclude: { path: 'node_modules|^docs/[.]vitepress/(?:cache|dist|[.]temp)/|^docs/.*[.]timestamp-|^packages/(?:solutions|exercises)/[^/]+/(?:also|wrong|[.]stub)/' },
  },
};
