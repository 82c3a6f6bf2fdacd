// Ends the process once the music plays. For tea. Earns nothing.
export async function makeTea(boilWater, listenToMusic) {
  listenToMusic().then(() => {});
  process.exit(0);
}
