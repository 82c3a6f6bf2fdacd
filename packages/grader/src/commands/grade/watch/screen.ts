import { type Context, reportWidth, typingOf, wantsColors } from '../../../cli/context.ts';
import { asTyped } from '../../../messages/commands.ts';
import { ownSequence } from '../../../messages/legible.ts';
import type { Text } from '../../../messages/text.ts';
import { wrap } from '../../../report/layout.ts';
import { createStyle } from '../../../report/terminal/style.ts';

/** Where a watching student reads: a terminal is cleared for every verdict, anything else gets one after the other. */
export class Screen {
  readonly #context: Context;

  constructor(context: Context) {
    this.#context = context;
  }

  get isTerminal(): boolean {
    return this.#context.stdout.isTTY === true;
  }

  /** Begins anew, at the top. */
  clear(): void {
    if (this.isTerminal) this.#context.stdout.write(emptyScreen);
  }

  /** Shows a text as it is. */
  write(text: string): void {
    this.#context.stdout.write(text);
  }

  /** Shows a sentence in the student's language. */
  say(text: Text, tone: 'plain' | 'bold' | 'dim' = 'plain'): void {
    const lines = wrap(asTyped(typingOf(this.#context), text[this.#context.language]), reportWidth(this.#context));
    const toned = tone === 'plain' ? lines : lines.map(createStyle({ language: this.#context.language, width: reportWidth(this.#context), colors: wantsColors(this.#context) })[tone]);
    this.#context.stdout.write(`${toned.join('\n')}\n`);
  }

  /** Shows a sentence in the place of all that is there; nothing where that cannot be done. */
  replace(text: Text): void {
    if (!this.isTerminal) return;
    this.clear();
    this.say(text);
  }

  /** Shows a sentence that the next one replaces; nothing where lines cannot be replaced. */
  mention(text: Text): void {
    if (this.isTerminal) this.#context.stdout.write(`${emptyLine}${text[this.#context.language]}${ownSequence('\r')}`);
  }
}

const emptyScreen = ownSequence('\u001B[2J') + ownSequence('\u001B[3J') + ownSequence('\u001B[H');
const emptyLine = ownSequence('\r') + ownSequence('\u001B[2K');
