import axe from 'axe-core';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Replay } from '../../src/player/replay.ts';
import { chromiumPath, hasChromium } from '../support/built-page.ts';
import { attacks } from '../support/hostile-result.ts';
import { playerBrowser } from '../support/player-page.ts';
import type { PlayerBrowser } from '../support/player-page.ts';
import { blockingRun, longRun, teaRun } from '../support/recorded-runs.ts';

describe.skipIf(!hasChromium)(hasChromium ? 'The player' : `The player (skipped: there is no ${chromiumPath}; apt-get install chromium)`, () => {
  let browser: PlayerBrowser;
  let tea: Replay;
  let blocking: Replay;
  beforeAll(async () => {
    [browser, tea] = await Promise.all([playerBrowser(), teaRun()]);
    blocking = await blockingRun();
  });
  afterAll(() => browser[Symbol.asyncDispose]());

  test.each([
    ['one run', () => [tea]],
    ['two runs', () => [blocking, tea]],
  ])('shows each step of %s alike, whether it was come to forward, backward or by the slider', async (_, replays) => {
    await using shown = await browser.show(replays(), { titles: ['wrong', 'right'] });
    const { forward, backward, scrubbed } = await shown.page.evaluate<Record<'forward' | 'backward' | 'scrubbed', readonly string[]>>(`(() => {
      const root = document.querySelector('.player');
      const press = (name) => document.querySelector('[aria-label="' + name + '"]').click();
      const slider = document.querySelector('[type="range"]');
      const last = Number(slider.max);
      const forward = [root.outerHTML];
      for (let step = 1; step <= last; step += 1) { press('One step forward'); forward.push(root.outerHTML); }
      const backward = [root.outerHTML];
      for (let step = 1; step <= last; step += 1) { press('One step back'); backward.unshift(root.outerHTML); }
      // From each to one that is far away: 37 is prime, so that none is left out.
      const scrubbed = forward.map(() => '');
      for (const index of scrubbed.keys()) {
        const step = (index * 37) % scrubbed.length;
        slider.value = String(step);
        slider.dispatchEvent(new Event('input'));
        scrubbed[step] = root.outerHTML;
      }
      return { forward, backward, scrubbed };
    })()`);
    expect(forward.length).toBeGreaterThan(15);
    expect(new Set(forward).size).toBe(forward.length);
    const unlike = (others: readonly string[]): readonly number[] => [...forward.keys()].filter((step) => others[step] !== forward[step]);
    expect(unlike(backward)).toEqual([]);
    expect(unlike(scrubbed)).toEqual([]);
    expect(shown.heard).toEqual([]);
  });

  test('shows what is printed, who is ready, which timer is next, the lines at which tasks stand, and where the loop is', async () => {
    await using shown = await browser.show([tea]);
    const { page } = shown;
    await stepTo(page, /^music waits/);
    expect(await page.locator('.player-printed .player-text').allTextContents()).toEqual(['The kettle is on.', 'The music plays.']);
    expect(await page.getByRole('list', { name: 'Ready' }).innerText()).toBe('none');
    expect(await page.getByRole('list', { name: 'Timers' }).getByRole('listitem').allInnerTexts()).toEqual(['music\n2 s\nnext', 'kettle\n3 s']);
    expect(await page.locator('.player-source .is-lit').allInnerTexts()).toEqual([expect.stringMatching(/kettle\s+music$/), expect.stringMatching(/await water;\s+main$/)]);
    expect(await page.getByRole('img', { name: 'It is at: Pause it, note what wakes it' }).count()).toBe(1);
    expect(await page.getByRole('list', { name: 'Tasks' }).getByRole('listitem').allInnerTexts()).toEqual([
      expect.stringMatching(/^main\s+waits, line 3/), expect.stringMatching(/^kettle\s+waits, line 1/), expect.stringMatching(/^music\s+waits, line 1/),
    ]);
    await page.keyboard.press('End');
    expect(await page.locator('.player-printed .player-text').last().textContent()).toBe('Tea is ready.');
    expect(await page.locator('.is-lit.player-node').count()).toBe(1);
  });

  test('compares two runs on one scale of time: what blocks takes longer', async () => {
    await using shown = await browser.show([blocking, tea], { titles: ['It blocks', 'Tea'] });
    const { page } = shown;
    const axes = await page.locator('.player-axis').allInnerTexts();
    expect(axes[0]).toBe(axes[1]);
    expect(await page.locator('.player-bar.player-blocking').count()).toBe(2);
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
    expect(await page.locator('.player-says').textContent()).toMatch(/^It blocks: main/);
  });

  test('is played by the keyboard alone, and lets it go', async () => {
    await using shown = await browser.show([tea]);
    const { page } = shown;
    const step = (): Promise<unknown> => page.evaluate(`Number(document.querySelector('[type="range"]').value)`);
    const last = tea.moments.length - 1;
    await page.keyboard.press('Tab');
    for (const [key, at] of [['ArrowRight', 1], ['ArrowRight', 2], ['ArrowLeft', 1], ['End', last], ['ArrowRight', last], ['Home', 0], ['ArrowLeft', 0]] as const) {
      await page.keyboard.press(key);
      expect(await step(), key).toBe(at);
    }
    const reached = [];
    for (let presses = 0; presses < 20; presses += 1) {
      reached.push(await page.evaluate(`document.activeElement.getAttribute('aria-label')`));
      await page.keyboard.press('Tab');
    }
    const controls = ['To the beginning', 'One step back', 'Play', 'One step forward', 'To the end', 'Speed', 'Step'];
    expect(reached.slice(0, controls.length)).toEqual(controls);
    // Behind the last of its parts, the focus is the page's again.
    expect(reached).toContain(null);
    await page.getByLabel('Step', { exact: true }).focus();
    await page.keyboard.press('ArrowRight');
    expect(await step()).toBe(1);
    await page.keyboard.press(' ');
    expect(await page.getByRole('button', { name: 'Pause' }).count()).toBe(1);
    await page.keyboard.press(' ');
    expect(await page.getByRole('button', { name: 'Play' }).count()).toBe(1);
  });

  test('plays at the speed that is asked for, to the end, and from the beginning again', async () => {
    await using shown = await browser.show([tea], { clock: true });
    const { page } = shown;
    const step = page.getByLabel('Step', { exact: true });
    await page.getByRole('button', { name: 'Play' }).click();
    await page.clock.runFor(700);
    expect(await step.inputValue()).toBe('1');
    await page.getByLabel('Speed').selectOption('4×');
    await page.clock.runFor(700);
    expect(Number(await step.inputValue())).toBeGreaterThan(3);
    await page.clock.runFor(60_000);
    expect(await step.inputValue()).toBe(String(tea.moments.length - 1));
    await page.getByRole('button', { name: 'Play' }).click();
    expect(await step.inputValue()).toBe('0');
  });

  test('says each step to who listens, and is silent while it plays', async () => {
    await using shown = await browser.show([tea], { clock: true, language: 'zh-CN' });
    const { page } = shown;
    const says = page.locator('.player-says');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
    expect(await says.getAttribute('aria-live')).toBe('polite');
    expect(await says.textContent()).toMatch(/。$/);
    await page.keyboard.press(' ');
    await page.getByRole('button', { name: '播放' }).click();
    expect(await says.getAttribute('aria-live')).toBe('off');
    await page.getByRole('button', { name: '暂停' }).click();
    expect(await says.getAttribute('aria-live')).toBe('polite');
  });

  test.each([
    ['no-preference', 'Pause', /[1-9]\d*ms/],
    ['reduce', 'Play', /^0ms$/],
  ] as const)('plays by itself and lets the cursor glide where motion is welcome, and only there (%s)', async (reducedMotion, button, glide) => {
    await using shown = await browser.show([tea], { clock: true, reducedMotion, plays: true });
    const { page } = shown;
    expect(await page.locator('.player-button-play').getAttribute('aria-label')).toBe(button);
    await stepTo(page, /^music waits/);
    await page.getByRole('button', { name: 'Play' }).click();
    await page.clock.runFor(100);
    expect(await page.evaluate(`document.querySelector('.player-lanes').style.getPropertyValue('--player-glide')`)).toMatch(glide);
  });

  test.each(['light', 'dark'] as const)('has nothing that is hard to read or to use (%s)', async (colorScheme) => {
    for (const [replays, width] of [[[tea], 900], [[blocking, tea], 360]] as const) {
      await using shown = await browser.show(replays, { colorScheme, titles: ['It blocks', 'Tea'], viewport: { width, height: 900 } });
      await stepTo(shown.page, /kettle takes|takes out kettle/);
      await shown.page.evaluate(axe.source);
      const { violations, passes } = await shown.page.evaluate<AxeResults>('axe.run()');
      expect(passes.length).toBeGreaterThan(10);
      expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => [id, html]))).toEqual([]);
    }
  });

  test('fits on a telephone, whichever of its panels is shown', async () => {
    await using shown = await browser.show([blocking, tea], { viewport: { width: 360, height: 700 }, language: 'zh-CN', titles: ['阻塞', '泡茶'] });
    const { page } = shown;
    await page.getByLabel('跳到结尾').click();
    for (const panel of ['代码', '输出', '队列', '循环']) {
      await page.getByRole('radio', { name: panel }).check({ force: true });
      expect(await page.locator('.player-panel:visible').count(), panel).toBeGreaterThan(0);
      expect(await page.evaluate('document.documentElement.scrollWidth'), panel).toBe(360);
    }
  });

  test('takes names, lines and sources for text, whatever stands in them', async () => {
    const all = attacks.join(' ');
    const hostile: Replay = {
      ...tea,
      lanes: tea.lanes.map((lane) => ({ ...lane, name: all })),
      printed: tea.printed.map((line) => ({ ...line, text: all })),
      files: [{ name: all, source: all }],
      moments: tea.moments.map((moment) => ({ ...moment, says: { en: all, 'zh-CN': all } })),
    };
    await using shown = await browser.show([hostile, hostile], { titles: [all, all] });
    const { page, heard } = shown;
    await page.keyboard.press('Tab');
    await page.keyboard.press('End');
    expect(await page.locator('#here :is(script, img, iframe, link, base, animate, [onerror], [onclick], [onmouseover], [href])').count()).toBe(0);
    expect(await page.locator('.player-says').textContent()).toContain(attacks[0]);
    expect(heard).toEqual([]);
  });

  test('draws no more than what changes, however long the run is', async () => {
    await using shown = await browser.show(`[(${longRun.toString()})(200, 10_000)]`);
    const changed = await shown.page.evaluate<number>(`(async () => {
      const seen = [];
      const slider = document.querySelector('[type="range"]');
      slider.value = '9000';
      slider.dispatchEvent(new Event('input'));
      const observer = new MutationObserver((records) => seen.push(...records));
      observer.observe(document.querySelector('.player'), { subtree: true, childList: true, attributes: true, characterData: true });
      document.querySelector('[aria-label="One step forward"]').click();
      await null;
      return seen.length + observer.takeRecords().length;
    })()`);
    expect(changed).toBeGreaterThan(0);
    expect(changed).toBeLessThan(40);
  });

  test('leaves nothing behind when it is taken away', async () => {
    await using shown = await browser.show([tea], { clock: true });
    await shown.page.getByRole('button', { name: 'Play' }).click();
    await shown.page.evaluate('mounted.dispose()');
    await shown.page.clock.runFor(5000);
    expect(await shown.page.locator('#here > *').count()).toBe(0);
    expect(shown.heard).toEqual([]);
  });
});

/** Goes forward until the player says so. */
async function stepTo(page: Page, said: RegExp): Promise<void> {
  await page.getByLabel(/^(?:To the beginning|回到开头)$/).click();
  for (let steps = 0; steps < 60; steps += 1) {
    if (said.test((await page.locator('.player-says').textContent()) ?? '')) return;
    await page.getByLabel(/^(?:One step forward|前进一步)$/).click();
  }
  throw new Error(`it never said ${said.source}`);
}
