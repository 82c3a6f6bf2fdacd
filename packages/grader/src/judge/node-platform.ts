import type { Platform } from './kit/platform.ts';

/** Taken before a virtual clock replaces it. */
const nextMacrotask = setImmediate;

export const nodePlatform: Platform = {
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
};
