// Ends the process with success in the middle of a call. Earns nothing.
export function gather() {
  process.exitCode = 0;
  process.exit(0);
}
