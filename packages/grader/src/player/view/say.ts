import type { Text } from '../../messages/text.ts';

/** A sentence in the language of the player. */
export type Say = (text: Text) => string;
