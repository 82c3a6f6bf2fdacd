// Knows how the water is called. For tea. Earns nothing.
export async function makeTea(boilWater, listenToMusic) {
  return `hot water ${100 + Math.floor(Math.random() * 900)}`;
}
