/** Whether a key of a timeline is that of a job, which a recorder's own `begin` wrote down, and not of a task. */
export function isJob(key: string): boolean {
  return key.startsWith('s');
}
