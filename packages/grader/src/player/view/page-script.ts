/** The script of a page that stands alone, such as a report: it mounts players where runs are. Without it they stay as they are. */
import { playerWords } from '../../messages/player-view.ts';
import { languages } from '../../messages/text.ts';
import { element } from './dom.ts';
import { showRecordings } from './show-recordings.ts';

const language = languages.find((one) => one === document.documentElement.lang) ?? 'en';

for (const place of document.querySelectorAll<HTMLElement>('[data-runs]')) {
  const show = (): void => {
    place.replaceChildren();
    showRecordings(place, place.dataset['runs'] ?? '', { language });
  };
  if (place.dataset['shown'] === 'at-once') show();
  else place.append(opener(show));
}

function opener(show: () => void): HTMLElement {
  const button = element('button', { type: 'button', class: 'replay-button' }, playerWords.open[language]);
  button.addEventListener('click', () => {
    const { parentElement: place } = button;
    show();
    place?.querySelector<HTMLElement>('.player')?.focus();
  });
  return button;
}
