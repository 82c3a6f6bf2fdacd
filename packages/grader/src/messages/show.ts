/** How deep, how many entries and how many characters of a text are shown. */
const most = { depth: 3, entries: 12, text: 80, all: 120 };

/**
 * A value in a few words, for a message: one line, cut at 120 characters, written as Node's `inspect` would write it. It
 * runs where there is no Node, and calls nothing of the value's own: a getter is shown as a getter.
 *
 * @example
 * const gave = (value: unknown): Text => ({ en: `makeTea gave ${show(value)}.`, 'zh-CN': `makeTea 给出的是 ${show(value)}。` });
 */
export function show(value: unknown): string {
  try {
    return cut(oneLine(written(value, [])), most.all);
  } catch {
    return '[?]';
  }
}

function written(value: unknown, around: readonly object[]): string {
  switch (typeof value) {
    case 'string':
      return value.length > most.text ? `${quoted(value.slice(0, most.text))}...` : quoted(value);
    case 'number':
      return Object.is(value, -0) ? '-0' : String(value);
    case 'bigint':
      return `${value}n`;
    case 'function':
      return withProperties(functionName(value), entriesOf(value, around), around);
    case 'object':
      return value === null ? 'null' : writtenObject(value, around);
    case 'symbol':
    case 'boolean':
    case 'undefined':
      return String(value);
  }
}

function writtenObject(value: object, around: readonly object[]): string {
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  if (around.includes(value)) return '[Circular]';
  if (around.length > most.depth) return Array.isArray(value) ? '[Array]' : `[${kindOf(value) || 'Object'}]`;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString();
  if (value instanceof RegExp) return String(value);
  const inside = [...around, value];
  if (Array.isArray(value)) return bracketed('[', listed(value, inside), ']');
  if (value instanceof Uint8Array) return `${kindOf(value)}(${value.length}) ${bracketed('[', listed([...value.subarray(0, most.entries + 1)], inside), ']')}`;
  if (value instanceof Set) return `Set(${value.size}) ${bracketed('{', limited(value, value.size, (item) => written(item, inside)), '}')}`;
  if (value instanceof Map) {
    const pairs = limited(value, value.size, ([key, item]) => `${written(key, inside)} => ${written(item, inside)}`);
    return `Map(${value.size}) ${bracketed('{', pairs, '}')}`;
  }
  const kind = kindOf(value);
  const properties = bracketed('{', entriesOf(value, inside), '}');
  return kind === 'Object' ? properties : `${kind || '[Object: null prototype]'} ${properties}`;
}

function listed(list: readonly unknown[], around: readonly object[]): readonly string[] {
  return limited(list.slice(0, most.entries), list.length, (item) => written(item, around));
}

/** The first entries, and how many more there are: in a form that every language reads. */
function limited<T>(items: Iterable<T>, count: number, write: (item: T) => string): readonly string[] {
  const shown = [...Iterator.from(items).take(most.entries)].map(write);
  const more = count - shown.length;
  return more > 0 ? [...shown, `… +${more}`] : shown;
}

function entriesOf(value: object, around: readonly object[]): readonly string[] {
  const names = Object.keys(value);
  return limited(names.slice(0, most.entries), names.length, (name) => {
    const property = Object.getOwnPropertyDescriptor(value, name);
    const shown = property?.get ? (property.set ? '[Getter/Setter]' : '[Getter]') : property?.set ? '[Setter]' : written(property?.value, around);
    return `${/^[A-Za-z_$][\w$]*$/.test(name) ? name : quoted(name.slice(0, most.text))}: ${shown}`;
  });
}

function withProperties(name: string, properties: readonly string[], around: readonly object[]): string {
  return properties.length === 0 || around.length > most.depth ? name : `${name} ${bracketed('{', properties, '}')}`;
}

const bracketed = (open: string, parts: readonly string[], close: string): string =>
  parts.length === 0 ? open + close : `${open} ${parts.join(', ')} ${close}`;

/** The name of the class; empty where there is none. */
function kindOf(value: object): string {
  const tag = Object.prototype.toString.call(value).slice('[object '.length, -1);
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === null) return '';
  if (typeof prototype !== 'object') return tag;
  const made: unknown = Object.getOwnPropertyDescriptor(prototype, 'constructor')?.value;
  return typeof made === 'function' && made.name !== '' ? made.name : tag;
}

function functionName(value: object): string {
  const name: unknown = Object.getOwnPropertyDescriptor(value, 'name')?.value;
  const kind = isClass(value) ? 'class' : Object.prototype.toString.call(value).slice('[object '.length, -1);
  const known = typeof name === 'string' && name !== '' ? name : '(anonymous)';
  return kind === 'class' ? `[class ${known}]` : `[${kind}${known === '(anonymous)' ? ' ' : ': '}${known}]`;
}

/** A class has a prototype that cannot be replaced, and an ordinary function one that can. */
function isClass(value: object): boolean {
  return Object.getOwnPropertyDescriptor(value, 'prototype')?.writable === false && Object.prototype.toString.call(value) === '[object Function]';
}

/** A text in the quotes that it does not hold itself, on one line. */
function quoted(text: string): string {
  const [quote = "'"] = ["'", '"', '`'].filter((one) => !text.includes(one));
  return `${quote}${escaped(text).replaceAll(quote, `\\${quote}`)}${quote}`;
}

function escaped(text: string): string {
  return text.replace(/[\\\0-\x1F\x7F-\x9F]/g, (character) => escapes[character] ?? `\\x${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\b': '\\b', '\f': '\\f', '\v': '\\v' };

/** Lines one after another. Cut before: a submission can make a message of a million line breaks. */
function oneLine(text: string): string {
  return text.slice(0, 2 * most.all).split('\n').map((line) => line.trim()).filter((line) => line !== '').join(' ');
}

function cut(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}
