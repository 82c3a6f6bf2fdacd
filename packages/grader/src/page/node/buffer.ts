import { Buffer } from 'buffer/';

/*
 * The `Buffer` of Node, where there is none. The slash tells the package from the module of Node.
 */

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const decoded: unknown = Reflect.get(Buffer.prototype, 'toString');

/** For bytes that are no UTF-8 the package has other signs than Node and browsers. */
Buffer.prototype.toString = function (this: Buffer, encoding = 'utf8', start?: number, end?: number): string {
  return /^utf-?8$/i.test(encoding) ? decoder.decode(this.subarray(start, end)) : String(typeof decoded === 'function' && Reflect.apply(decoded, this, [encoding, start, end]));
};

export { Buffer };
