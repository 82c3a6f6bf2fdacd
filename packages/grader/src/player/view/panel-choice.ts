import { playerWords } from '../../messages/player-view.ts';
import { element, freshId } from './dom.ts';
import { panelKinds } from './panel.ts';
import type { Panel, PanelKind } from './panel.ts';
import type { Say } from './say.ts';

/**
 * Which kind of panel is shown where there is no room for all of them; nothing where there is no choice. The style sheet knows where
 * that is.
 */
export function panelChoice(panels: readonly Panel[], say: Say): readonly HTMLElement[] {
  const group = freshId();
  const choose = (chosen: PanelKind): void => {
    for (const { kind, element: shown } of panels) shown.classList.toggle('is-chosen', kind === chosen);
  };
  const kinds = panelKinds.filter((kind) => panels.some((panel) => panel.kind === kind));
  const choices = kinds.map((kind, index) => {
    const radio = element('input', { type: 'radio', name: group, value: kind });
    radio.checked = index === 0;
    radio.addEventListener('change', () => choose(kind));
    return element('label', {}, radio, element('span', {}, say(playerWords[kind])));
  });
  const [first] = kinds;
  if (first !== undefined) choose(first);
  if (kinds.length < 2) return [];
  return [element('fieldset', { class: 'player-choice' }, element('legend', {}, say(playerWords.show)), ...choices)];
}
