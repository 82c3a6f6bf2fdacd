/** What solving takes is there without a network from now on: the first verdict has come, so nothing more urgent is on its way. */
export async function keepForSolving(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const { active } = await navigator.serviceWorker.ready;
  active?.postMessage('solving');
}
