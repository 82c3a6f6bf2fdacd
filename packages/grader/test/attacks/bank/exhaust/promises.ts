// Makes promises that make promises. Earns nothing.
export async function makeTea() {
  const burst = () => { for (let i = 0; i < 1000; i++) Promise.resolve().then(burst); };
  burst();
  await new Promise(() => {});
}
