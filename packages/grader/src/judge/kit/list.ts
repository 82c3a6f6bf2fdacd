import type { Text } from '../../messages/text.ts';

/** As many as a reader looks at. */
const most = 16;

const nothing: Text = { en: 'nothing', 'zh-CN': '（没有）' };

/**
 * Names in a row, for a message; of very many, the first few.
 *
 * @param none what stands there when there are no names: "nothing" when not given
 *
 * @example
 * const came = list(['oolong', 'assam']);
 * const order: Text = { en: `They came as ${came.en}.`, 'zh-CN': `来的顺序是${came['zh-CN']}。` };
 */
export function list(names: readonly string[], none: Text = nothing): Text {
  if (names.length === 0) return none;
  const shown = names.length > most ? [...names.slice(0, most - 2), '…'] : names;
  return { en: shown.join(', '), 'zh-CN': shown.join('、') };
}
