// Looks at the frames of every stack that it can get hold of. Earns at most 2.
const seen = [];
try { Error.prepareStackTrace = (error, frames) => { seen.push(...frames.map((frame) => `${frame.getFileName()} ${frame.getFunction()} ${frame.getThis()}`)); return seen; }; } catch {}
try { Object.defineProperty(globalThis, 'Error', { value: class extends Error { static prepareStackTrace = (e, f) => f; } }); } catch {}
try { Error.stackTraceLimit = Infinity; } catch {}
class Own extends Error { static prepareStackTrace(error, frames) { return frames.map((frame) => frame.getEvalOrigin()); } }
export async function gather(items) {
  const own = new Own('own');
  const target = {};
  try { Error.captureStackTrace(target, gather); } catch {}
  const caller = (function () { try { return arguments.callee.caller; } catch (error) { return error.stack; } })();
  for (const item of items) try { await item; } catch (error) { seen.push(error.stack, error.cause); }
  console.log(seen, target.stack, own.stack, caller);
  throw new Error(JSON.stringify(seen) + own.stack + target.stack);
}
