// Has the suite call it back for ever. Earns nothing.
export function makeTea() {
  const again = { then: (done) => done(again) };
  return again;
}
