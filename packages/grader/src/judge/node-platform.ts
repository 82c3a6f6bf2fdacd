import type { Platform } from './kit/platform.ts';

/** Taken before a virtual clock replaces it. */
const nextMacrotask = setImmediate;

export const nodePlatform: Platform = {
  ownsGlobals: true,
  watchRejections: () => {
    const rejections: unknown[] = [];
    const remember = (error: unknown): void => {
      rejections.push(error);
    };
    process.on('unhandledRejection', remember);
    return {
      end: async () => {
        // Node tells of them once all microtasks are done.
        await new Promise<void>((resolve) => nextMacrotask(resolve));
        process.off('unhandledRejection', remember);
        return rejections;
      },
    };
  },
  workedMs: () => {
    // Linux brings the time of a thread up to date at a tick of 4 ms, or when it is asked for that of the whole process.
    process.cpuUsage();
    const { user, system } = process.threadCpuUsage();
    return (user + system) / 1000;
  },
};
