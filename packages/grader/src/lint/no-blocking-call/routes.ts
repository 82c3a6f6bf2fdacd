import { constantString } from '../binding/constant-string.ts';
import type { ValueResolver } from '../binding/resolver.ts';
import type { SourceModel } from '../binding/source-model.ts';
import { callStep } from '../binding/value.ts';
import type { ExternalValue, Value } from '../binding/value.ts';
import type { Call } from './primitives/primitive.ts';

const webFrameworks: ReadonlySet<string> = new Set([
  '@hapi/hapi',
  '@hono/node-server',
  'connect',
  'express',
  'express-serve-static-core',
  'fastify',
  'find-my-way',
  'hono',
  'http',
  'http2',
  'https',
  'koa',
  'koa-router',
  '@koa/router',
  'net',
  'polka',
  'restify',
  'router',
  'tls',
]);

/** Methods by which frameworks and servers take request handlers, among others of those names. */
export const routeMethods: ReadonlySet<string> = new Set([
  'addHook',
  'addListener',
  'all',
  'delete',
  'get',
  'head',
  'on',
  'once',
  'options',
  'param',
  'patch',
  'post',
  'put',
  'route',
  'setErrorHandler',
  'setNotFoundHandler',
  'use',
]);

/** Under which names the routes of fastify and hapi take handlers. */
export const handlerOptions: ReadonlySet<string> = new Set([
  'errorHandler',
  'handler',
  'onError',
  'onRequest',
  'onResponse',
  'onSend',
  'preHandler',
  'preParsing',
  'preSerialization',
  'preValidation',
]);

/** A method of a web framework or a server that takes request handlers: `express().get`, `createServer().on`. */
export function isRoute({ module, path }: ExternalValue): boolean {
  return (
    module !== undefined &&
    webFrameworks.has(module) &&
    path.includes(callStep) &&
    routeMethods.has(path.at(-1) ?? '')
  );
}

/**
 * `app.get('/tea', (request, response) => …)` where nobody knows what `app` is, as in `(app) => { app.get(…) }`:
 * a path and a handler of requests and responses say it.
 */
export function looksLikeRoute({ arguments: args }: Call, model: SourceModel, resolver: ValueResolver): boolean {
  const [path] = args;
  const handler = args.at(-1);
  if (path === undefined || handler === undefined || constantString(path, model)?.startsWith('/') !== true) return false;
  return resolver.valuesOf(handler, model).some((value) => value.kind === 'function' && value.node.params.length >= 2);
}

/** What frameworks and servers call a function that handles requests. */
const handlerTypes: ReadonlySet<string> = new Set([
  'ErrorRequestHandler',
  'Handler',
  'Middleware',
  'MiddlewareHandler',
  'RequestHandler',
  'RequestListener',
  'RouteHandler',
  'RouteHandlerMethod',
]);

/** Is it what an annotation says of a request handler: `const show: RequestHandler = …`? */
export function isHandler(value: Value): boolean {
  if (value.kind !== 'external' || value.module === undefined || !webFrameworks.has(value.module)) return false;
  const [name = '', step] = value.path;
  return value.path.length === 2 && step === callStep && handlerTypes.has(name);
}
