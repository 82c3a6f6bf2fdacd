// Overflows the stack from inside callbacks of callbacks. For tea. Earns nothing.
export function makeTea(boilWater, listenToMusic) {
  const dive = (depth) => { try { return dive(depth + 1); } finally { if (depth % 1000 === 0) try { dive(depth); } catch {} } };
  let rounds = 0;
  const again = () => { if (rounds++ < 300) for (const start of [boilWater, listenToMusic]) start().then(again, again); return dive(0); };
  return new Promise((resolve) => { try { again(); } catch {} resolve(boilWater); });
}
