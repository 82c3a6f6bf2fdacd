import { h, nextTick } from 'vue';
import type { Ref, VNode } from 'vue';
import type { PlaygroundWords } from '../../../../packages/grader/src/messages/playground.ts';

const panes = ['answer', 'verdict', 'run'] as const;

/** What there is beside each other, and on a narrow screen one at a time. */
export type Pane = (typeof panes)[number];

/** Tabs as the ARIA practices have them: arrows go from one to the next, and Tab into the pane. */
export function paneTabs(shown: Ref<Pane>, { tabs }: PlaygroundWords): VNode {
  const go = (step: number, list: EventTarget | null): void => {
    shown.value = panes[(panes.indexOf(shown.value) + step + panes.length) % panes.length] ?? 'answer';
    void nextTick(() => {
      const tab = list instanceof HTMLElement ? list.querySelector('[aria-selected=true]') : null;
      if (tab instanceof HTMLElement) tab.focus();
    });
  };
  const onKeydown = ({ key, currentTarget }: KeyboardEvent): void => {
    if (key === 'ArrowRight') go(1, currentTarget);
    if (key === 'ArrowLeft') go(-1, currentTarget);
  };
  return h('div', { class: 'playground-tabs', role: 'tablist', onKeydown }, panes.map((pane) => h('button', {
    'type': 'button',
    'role': 'tab',
    'id': `playground-tab-${pane}`,
    'aria-controls': `playground-${pane}`,
    'aria-selected': shown.value === pane,
    'tabindex': shown.value === pane ? 0 : -1,
    'onClick': () => {
      shown.value = pane;
    },
  }, tabs[pane])));
}
