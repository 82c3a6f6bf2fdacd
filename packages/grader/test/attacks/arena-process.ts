import { Arena } from './arena.ts';
import type { Aftermath, ArenaOrder } from './arena.ts';

/*
 * The arena in a process of its own, so that all that it leaves in the world can be told from what others do.
 * It is told what to do in a message, tells the aftermath of each attack, and ends by itself.
 */

function tell(aftermath: Aftermath): void {
  process.send?.(aftermath);
}

process.once('message', (order: ArenaOrder) => void fight(order));

async function fight(order: ArenaOrder): Promise<void> {
  await using arena = await Arena.open(order);
  await Promise.all(order.attacks.map(async (attack) => tell(await arena.meet(attack))));
  process.disconnect?.();
}
