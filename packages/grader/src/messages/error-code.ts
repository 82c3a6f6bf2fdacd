/** What a message says of an error of the system: its code, such as `ENOENT`, or else the error itself. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
