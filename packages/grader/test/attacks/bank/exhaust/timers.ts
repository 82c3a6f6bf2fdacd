// Sets timers without end. Earns nothing.
export function makeTea() {
  for (;;) setTimeout(() => {}, 1);
}
