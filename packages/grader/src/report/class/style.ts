import { style } from '../html/style.ts';

/** The style sheet of the report, and what only a page about a class has. */
export const classStyle = `${style}
main { max-width: 64rem; }
.panel { background: var(--card); border: 1px solid var(--line); border-radius: .75rem; padding: 1.5rem; margin-bottom: 1.5rem; }
.panel h3 { margin-top: 1rem; }
.share { display: block; width: 100%; height: .4rem; margin: .35rem 0 .6rem; }
.share .track { fill: var(--line); }
.share .fill { fill: var(--expected); }
.share .fill.failed { fill: var(--you); }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; font-weight: 400; padding: .25rem .75rem .25rem 0; vertical-align: middle; }
th, .number { font-variant-numeric: tabular-nums; white-space: nowrap; }
.scroll { overflow-x: auto; }
td.wide { width: 100%; }
td .share { margin: 0; height: .9rem; }
.people li { padding: .4rem 0; border-top: 1px solid var(--line); }
.people b { font-weight: 600; margin-right: .5em; }
.people span { color: var(--soft); white-space: pre-line; }
.told { color: var(--soft); white-space: pre-line; }
.pair { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 0 1rem; }
.pair pre { max-height: 30rem; overflow: auto; margin: .25rem 0 1rem; padding: .75rem 1rem; background: var(--well); border-radius: .5rem; white-space: pre-wrap; line-height: 1.5; }
@media (max-width: 34rem) {
  .panel { padding: 1rem; }
  .pair { grid-template-columns: minmax(0, 1fr); }
}
@media print {
  .panel { border: 0; border-radius: 0; padding: 0; }
  .pair pre { max-height: none; overflow: visible; border: 1px solid var(--line); }
  .people li, tr { break-inside: avoid; }
}
`;
