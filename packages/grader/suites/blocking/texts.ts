/** Texts that do not survive being trimmed, tidied, or decoded as anything but UTF-8; none looks like another. */
export function oddTexts(some: string): readonly string[] {
  return [
    `Thé à la menthe, ${some}, 乌龙茶两勺, 🍵\n`,
    '',
    ` \t${some}\r\nsecond line\r\n\n  `,
    // An accent of its own, as other systems write it: normalised, it would be another text.
    `cafe\u0301 ${some}`,
    `\n${some}\u0000\u00a0`,
    '0',
  ];
}

/** Longer than a piece of a stream; wherever it is cut into pieces of bytes, some of the cuts go through a character. */
export function bigText(shift: number): string {
  return `${'.'.repeat(shift)}${'茶'.repeat(50_000)} the end`;
}
