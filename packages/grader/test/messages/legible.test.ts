import { describe, expect, test } from 'vitest';
import { legible, ownSequence } from '../../src/messages/legible.ts';

describe('What leaves the program', () => {
  test.each([
    ['escape sequences', '\u001B[31mred\u001B[0m', '␛[31mred␛[0m'],
    ['a title of the window', '\u001B]0;x\u0007', '␛]0;x␇'],
    ['controls of the second kind', '\u009B31m', '<U+009B>31m'],
    ['a carriage return', 'failed\rpassed', 'failed␍passed'],
    ['overrides of direction', 'a\u202Eb\u2066c', 'a<U+202E>b<U+2066>c'],
    ['what is not seen', 'te\u200Ba\uFEFF\u2060', 'te<U+200B>a<U+FEFF><U+2060>'],
    ['a joiner that joins nothing', 'te\u200Da\u200C', 'te<U+200D>a<U+200C>'],
    ['a variation of nothing', 'te\uFE0Fa', 'te<U+FE0F>a'],
    ['half a character', 'a\uD800b', 'a\uFFFDb'],
    ['lines that are none', 'a\u2028b\u0085c', 'a<U+2028>b<U+0085>c'],
    ['commands to a log', '::error::x\n  ::add-mask::y\n##[group]z ##vso[x]', ': :error::x\n  : :add-mask::y\n# #[group]z # #vso[x]'],
    ['a colour that somebody guessed at', '\u001B[1000;1000;1000;1000;1000m\u001B[32mpassed', '␛[1000;1000;1000;1000;1000m␛[32mpassed'],
  ])('obeys nobody: %s', (_, text, shown) => {
    expect(legible(text)).toBe(shown);
  });

  test.each(['tea\n\tcup', '茶：绿茶', '👩‍💻 ❤️ 1️⃣', 'नमस्ते क्‍ष', 'می‌خواهم', '葛\u{E0100}'])('stays as it is where it is only text: %s', (text) => {
    expect(legible(text)).toBe(text);
  });

  test('has our own sequences in it, and they are whole', () => {
    const green = ownSequence('\u001B[32m');
    expect(legible(`${green}tea${ownSequence('\u001B[39m')}${ownSequence('\r')}${ownSequence('\u001B[2K')}`)).toBe('\u001B[32mtea\u001B[39m\r\u001B[2K');
    expect(legible(`${green.slice(0, -5)}\u001B]0;x\u0007`)).not.toContain('\u001B');
  });
});
