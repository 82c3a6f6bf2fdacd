/** A program of all the ways to wait, and of what is written around them, to be watched: what it prints tells the order of every turn. */
export const oddProgram = String.raw`
const said = [];
const say = (...words) => console.log(words.join(' '));
const tick = async (name, times) => { for (let i = 0; i < times; i++) await null; say('ticked', name); return name; };
const rest = async (ms) => await sleep(ms)
const empty = async () => {};
const object = async () => ({ a: 1 })
const nested = async (value) => (await (await Promise.resolve(Promise.resolve(value)), await (1, value)))
const thrower = async () => { throw new Error('thrown') }
class Lazy { constructor(value) { this.value = value } then(resolve) { say('asked', this.value); resolve(this.value) } }
const strict = async () => { 'use strict'; return 's' }
const withDefaults = async (a = 1, { b = 2 } = {}, ...c) => { return a + b + c.length }

async function tries(kind) {
  try {
    if (kind === 'fails') await thrower(); else await rest(kind)
    say('tried', kind)
  } catch ({ message }) {
    say('caught', message)
    await tick('in catch', 2)
  } finally {
    say('finally', kind)
    await null
  }
  try { return await tick('in try', 1) } finally { await rest(1); say('after return') }
}
async function* numbers(upTo) {
  try { for (let n = 0; n < upTo; n++) { await rest(n); const got = yield n; if (got) say('got', got) } yield } finally { say('numbers over'); await null }
  return upTo
}
async function* all() { const last = yield* numbers(2); say('last', last); yield* [10, Promise.resolve(11)]; try { yield* numbers(9) } catch (error) { say('stopped', error.message) } }
function* steps() { try { const first = yield 'a'; say('first', first); const inner = yield* more(); yield inner } finally { say('steps over') } }
function* more() { try { yield 'b' } catch (error) { say('in more', error); yield 'c' } return 'd' }

const loops = coroutine(async function loops() {
  for await (const n of numbers(3)) say('n', n)
  outer: inner: for await (const n of [Promise.resolve(1), 2, new Lazy(3)]) for (const m of [1, 2]) { if (m > 1) continue outer; if (n === 3) break outer; say(n, m) }
  if (said.length === 0) for await (const word of new Set(['x', sleep(2), 'y'])) say('word', word)
  else say('never')
  for await (const letter of 'ab') say(letter);
  const everything = all()
  say((await everything.next()).value, (await everything.next('hello')).value)
  for await (const n of everything) { say('all', n); if (n === 0) break }
  try { for await (const n of 5) say(n) } catch (error) { say(error instanceof TypeError) }
  try { for await (const n of [Promise.reject(new Error('in the list'))]) say(n) } catch (error) { say(error.message) }
})
const generators = coroutine(async () => {
  const walk = steps()
  say(JSON.stringify([walk.next(), walk.next(1), walk.throw('up'), walk.next(), walk.next(), walk.next()]))
  const left = steps(); left.next(); say(JSON.stringify(left.return('left')))
  for (const step of steps()) { say(step); if (step === 'b') break }
  say([...more()].length)
})
const switches = coroutine(async (kind) => {
  switch (kind) { case 1: await null; case 2: { await tick('two', 1) } break; default: await empty() }
  label: { if (await nested(kind)) break label; say('not left') }
  do await null; while (await nested(false))
  for (let i = await nested(0); i < await nested(2); i += await nested(1)) say('round', i)
  const value = (await nested(5)) + (await object()).a, { [await nested('a')]: key = await nested(7) } = {}
  return [value, key, await strict(), await withDefaults(), await withDefaults(undefined, {}, 1), (() => [this, typeof arguments])()[1]].join()
})
const methods = { async boil() { return await nested(this.name) }, name: 'kettle', async *pour() { yield this.name }, get slow() { return (async () => await this.boil())() } }
class Machine { static #made = 0; #water = 1; brew = async () => { await rest(1); return this.#water }; static async make() { Machine.#made += await nested(1); return Machine.#made } static { const wait = async () => { await null; say('static') }; wait() } }

const main = coroutine(async () => {
  const tasks = [createTask(loops(), { name: 'loops' }), createTask(generators()), createTask(switches(1)), createTask(switches(2)), createTask(switches(3))]
  const jobs = Promise.all([tries('fails'), tries(3), tick('one', 3), tick('another', 3), methods.boil(), methods.slow, Machine.make(), new Machine().brew()])
  say(await new Lazy('lazy'), await new Lazy(new Lazy('twice')))
  say((await jobs).join())
  for (const task of tasks) say(task.name, await task)
  await thrower().then(null, (error) => say('then', error.message))
  const failing = coroutine(thrower), failed = createTask(failing())
  try { await failed } catch { say('failed') }
  await Promise.race([sleep(5), tick('race', 50)])
  const stopped = createTask(coroutine(async () => { const { signal } = currentTask(); try { await sleep(100, { signal }) } finally { say('stopped'); await null } })())
  await null
  stopped.cancel()
  await stopped.catch((error) => say(error.name))
  say('end')
})
await run(main())
say('after', await nested('all'))
`;
