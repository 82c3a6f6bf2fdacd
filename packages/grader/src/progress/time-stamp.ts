/** A moment as part of a file name, on every system; names sort as the moments do. UTC. */
export function timeStamp(moment: Date): string {
  return moment.toISOString().replaceAll(/[:.]/g, '-');
}

/** The other half of {@link timeStamp}; undefined for any other name. */
export function momentOf(name: string): Date | undefined {
  const [, day, hours, minutes, seconds, milliseconds] = /^(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z/.exec(name) ?? [];
  return day === undefined ? undefined : new Date(`${day}T${hours}:${minutes}:${seconds}.${milliseconds}Z`);
}
