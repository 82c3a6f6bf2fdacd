/**
 * The name of the function that an exercise asks for, when it is new: `task-group` asks for `taskGroup`.
 *
 * @param sources what it is to stand in: a name that means something there already gets a word before it
 */
export function functionName(id: string, sources: readonly string[]): string {
  const name = id.replaceAll(/-(?<first>[a-z0-9])/g, (_, first: string) => first.toUpperCase());
  const isTaken = reserved.has(name) || sources.some((source) => new RegExp(String.raw`\b${name}\b`).test(source));
  return isTaken ? `run${name.charAt(0).toUpperCase()}${name.slice(1)}` : name;
}

/** Words of JavaScript and of TypeScript that no function can be called. */
const reserved: ReadonlySet<string> = new Set(
  ('abstract any arguments as assert async await bigint boolean break case catch class const continue debugger declare default delete do else '
    + 'enum eval export extends false finally for from function get global if implements import in infer instanceof interface is keyof let '
    + 'module namespace never new null number object of package private protected public readonly require return set static string super '
    + 'switch symbol this throw true try type typeof undefined unique unknown using var void while with yield').split(' '),
);
