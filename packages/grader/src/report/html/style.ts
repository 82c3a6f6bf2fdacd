/** Colours have at least the contrast that WCAG 2 asks for at level AA, on screen and on paper. */
export const colours = {
  light: `
  --paper: #faf7f0; --card: #fffefb; --ink: #2b2823; --soft: #655e53; --line: #e4ddcf; --well: #f4efe4;
  --good: #2c6b4b; --bad: #a3392b; --warn: #7d5400; --you: #b0642a; --expected: #55836a; --block: #a3392b;
`,
  dark: `
  --paper: #181916; --card: #20211e; --ink: #ece7dc; --soft: #b3ab9c; --line: #3b3b35; --well: #282925;
  --good: #8fcaa8; --bad: #f29c90; --warn: #e3b968; --you: #de9a60; --expected: #6fa286; --block: #f29c90;
`,
  paper: `
  --paper: #fff; --card: #fff; --ink: #000; --soft: #4a453d; --line: #ccc; --well: #fff;
  --good: #2c6b4b; --bad: #a3392b; --warn: #7d5400; --you: #b0642a; --expected: #55836a; --block: #a3392b;
`,
} as const;

/** All but the colours. */
export const sheet = `
* { box-sizing: border-box; }
html { color-scheme: light dark; background: var(--paper); }
body {
  margin: 0; color: var(--ink); background: var(--paper);
  font: 16px/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif;
  overflow-wrap: anywhere; -webkit-text-size-adjust: 100%;
}
main { max-width: 52rem; margin: 0 auto; padding: 3rem 1.25rem 5rem; }
h1, h2, h3, p, ul { margin: 0; padding: 0; }
ul { list-style: none; }
a { color: inherit; text-decoration-color: var(--line); text-underline-offset: .25em; }
a:hover { text-decoration-color: currentColor; }
:focus-visible { outline: 2px solid var(--expected); outline-offset: 3px; }
code, pre { font-family: ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", "Noto Sans Mono CJK SC", monospace; font-size: .875em; }
:not(pre) > code { background: var(--well); border-radius: .25em; padding: .1em .35em; }
.score { margin-left: auto; padding-left: 1rem; color: var(--soft); font-weight: 400; font-variant-numeric: tabular-nums; white-space: nowrap; }
.mark { flex: none; width: 1.5em; font-weight: 700; }
.mark.passed { color: var(--good); }
.mark.failed, .mark.error { color: var(--bad); }
.mark.skipped { color: var(--warn); }

header { margin-bottom: 2.5rem; }
.course { color: var(--soft); }
h1 { font: 400 2.6rem/1.25 "Iowan Old Style", Palatino, Georgia, "Songti SC", "Noto Serif CJK SC", serif; margin: .1em 0 .4em; }
.points { display: block; width: 100%; height: .5rem; border-radius: .25rem; margin-bottom: 1rem; }
.points .track { fill: var(--line); }
.points .fill { fill: var(--expected); }
.facts { display: flex; flex-wrap: wrap; column-gap: 1.5em; color: var(--soft); }
time { white-space: nowrap; }

nav { margin-bottom: 2.5rem; border-top: 1px solid var(--line); }
nav li { display: flex; padding: .5rem 0; border-bottom: 1px solid var(--line); }
nav b, h2 b { font-weight: 600; }
h2 b { margin-right: .25em; }

.exercise { background: var(--card); border: 1px solid var(--line); border-radius: .75rem; padding: 1.5rem 1.5rem .75rem; margin-bottom: 1.5rem; }
h2 { display: flex; font-size: 1.2rem; font-weight: 400; line-height: 1.4; margin-bottom: .75rem; }
h3 { display: flex; font-size: 1rem; font-weight: 400; }
.checks li { padding: .6rem 0; border-top: 1px solid var(--line); }
.checks li.passed h3 { color: var(--soft); }
.checks p, .scroll { margin-left: 1.5rem; }
.checks p { margin-top: .4rem; max-width: 44rem; }
.message { white-space: pre-line; }
.why { color: var(--soft); }
.why b { font-weight: 600; }
.place { color: var(--soft); }
.rest { color: var(--soft); }
.printed { margin-top: 1rem; color: var(--soft); }
.output { max-height: 22rem; overflow: auto; margin: .5rem 0 .75rem; padding: .75rem 1rem; background: var(--well); border-radius: .5rem; white-space: pre-wrap; line-height: 1.5; }

.scroll { overflow-x: auto; margin-top: .75rem; margin-bottom: .25rem; }
.timeline { display: block; width: 100%; height: auto; font-size: 12.5px; }
.timeline text { fill: var(--ink); white-space: pre; }
.timeline .side { fill: var(--soft); font-weight: 600; }
.timeline .note, .timeline .time { fill: var(--soft); }
.timeline .time { font-size: 11px; }
.timeline .tick { stroke: var(--line); }
.you .bar { fill: var(--you); }
.expected .bar { fill: var(--expected); }
.timeline .bar.cancelled, .timeline .bar.pending { fill-opacity: .55; }
.timeline .sign { fill: var(--bad); font-weight: 700; }
.timeline .block { fill: var(--block); fill-opacity: .16; }

@media (max-width: 34rem) {
  main { padding: 1.5rem 1rem 3rem; }
  .exercise { padding: 1rem 1rem .5rem; }
  .checks p, .scroll { margin-left: 0; }
  .timeline { min-width: 34rem; }
}
@media print {
  body { font-size: 11pt; }
  main { max-width: none; padding: 0; }
  .exercise { border: 0; border-radius: 0; padding: 0; }
  .timeline { min-width: 0; }
  .output { max-height: none; overflow: visible; border: 1px solid var(--line); }
  .checks li, nav { break-inside: avoid; }
  h2 { break-after: avoid; }
  svg { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;

/** The page's one style sheet. */
export const style = `
:root {${colours.light}}
@media (prefers-color-scheme: dark) { :root {${colours.dark}} }
@media print { :root {${colours.paper}} }
${sheet}`;
