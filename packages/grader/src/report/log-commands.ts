/**
 * A text in which no line is a command to the machine that keeps the log. GitHub obeys a line that begins with `::`,
 * spaces or not, and `##[…]` anywhere in a line; Azure `##vso[…]`, TeamCity `##teamcity[…]`. A space between the two
 * signs makes words of them. It comes last: lines are also broken where a submission wants them to be.
 */
export function withoutLogCommands(text: string): string {
  return text.replace(/^(\s*:)(?=:)/gm, '$1 ').replace(/#(?=#\w*\[)/g, '# ');
}
