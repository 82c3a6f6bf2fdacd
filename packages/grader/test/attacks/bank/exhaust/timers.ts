// Sets timers without end. Earns nothing.
export function gather() {
  for (;;) setTimeout(() => {}, 1);
}
