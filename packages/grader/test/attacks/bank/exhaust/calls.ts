// Calls what it was given without end. Earns nothing.
export async function makeTea(boilWater) {
  for (;;) boilWater().name;
}
