// Litters: references that are weak, and cleaners that make more of it. For tea. Earns nothing.
const registry = new FinalizationRegistry(() => { for (let i = 0; i < 1000; i++) registry.register({ i }, i); });
const weak = [];
export async function makeTea(...starts) {
  for (let i = 0; i < 200_000; i++) { const thing = { i }; weak.push(new WeakRef(thing)); registry.register(thing, i); }
  await Promise.allSettled(starts.map((start) => new WeakRef(start()).deref()));
  return weak;
}
