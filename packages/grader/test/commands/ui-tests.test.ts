import { expect, test } from 'vitest';
import { verdictModule } from '../../src/commands/grade/ui/verdict-module.ts';
import { finding, flawless, judgedResult, withFindings } from '../support/evidence.ts';
import { tea } from '../support/grades.ts';

const words = { explain: () => 'It went wrong.', failed: 'Failed', hidden: ' (hidden)', undecided: () => 'decided later' };

test('The page of --ui has its tests in the order in which a report tells of them: what blocks before what came of it', () => {
  const evidence = withFindings(flawless(tea), finding('together', 'failed'), finding('no-blocking-call', 'failed', 'lint'));
  const source = verdictModule(judgedResult(tea, evidence), words);
  const names = [...source.matchAll(/"name":"([^"]+)"/g)].map(([, name]) => name);
  expect(names).toEqual(['makeTea returns the water (2/2)', 'The event loop stays free', 'Both run at the same time (0/2)']);
});
