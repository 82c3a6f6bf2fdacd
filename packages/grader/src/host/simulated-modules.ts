/** The modules of Node that the code of a submission meets in a simulated form: their costs are virtual time. */
export const simulatedModules = ['fs', 'fs/promises', 'crypto', 'timers', 'timers/promises', 'process'] as const;

type SimulatedModule = (typeof simulatedModules)[number];

/** The file that stands for one of them, relative to this folder. */
export function simulatedFile(name: SimulatedModule): string {
  return `modules/${name.replace('/', '-')}.ts`;
}
