/** As a clock on the wall shows it, with the seconds. */
export function timeOfDay(moment: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeStyle: 'medium' }).format(moment);
}
