// Calls the suite out of its calls as deep as it goes. For tea. Earns nothing.
export function makeTea(boilWater, listenToMusic) {
  const deeper = () => { boilWater().then(deeper, deeper); listenToMusic().then(deeper, deeper); return deeper; };
  boilWater().then(function then(value) { deeper(); boilWater().then(then); });
  return deeper();
}
