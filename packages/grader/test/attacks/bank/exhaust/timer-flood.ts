// Sets timers that set timers, at once and at odd times. For tea. Earns nothing.
export async function makeTea(boilWater) {
  const flood = () => { for (const ms of [0, -1, NaN, Infinity, 1e-300, 2 ** 31, '1', {}, 0.5]) setTimeout(flood, ms); setImmediate(flood); };
  flood();
  process.nextTick(function tick() { process.nextTick(flood); queueMicrotask(flood); });
  return 'water';
}
