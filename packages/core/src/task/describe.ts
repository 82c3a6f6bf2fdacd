/** Names a value in an error message: `Promise`, `function boilWater`, `the number 42`. */
export function describe(value: unknown): string {
  switch (typeof value) {
    case 'function':
      return value.name === '' ? 'a function' : `function ${value.name}`;
    case 'object':
      return value === null ? 'null' : describeObject(value);
    case 'string':
      return `the string ${JSON.stringify(value)}`;
    case 'symbol':
      return 'a symbol';
    case 'undefined':
      return 'undefined';
    default:
      return `the ${typeof value} ${String(value)}`;
  }
}

function describeObject(value: object): string {
  const { constructor } = value;
  return typeof constructor === 'function' && constructor.name !== '' ? constructor.name : 'an object';
}
