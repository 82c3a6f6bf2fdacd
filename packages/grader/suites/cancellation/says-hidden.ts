import { show, type Text } from '@teatime/grader/kit';

/** What the hidden checks of `cancellation` tell a student. They are in a file of their own, so that no edition has them. */
export const saysOfHidden = {
  cleanUpErrorLost: (name: string, error: unknown): Text => ({
    en: `The step '${name}' was stopped, and failed with ${show(error)} while it cleaned up, but brew ended as if all were well. Throw on what you caught.`,
    'zh-CN': `步骤 '${name}' 被停下，收拾时以 ${show(error)} 失败了，brew 却像一切顺利那样结束了。接住的是什么，就请再抛出什么。`,
  }),

  reasonHidesError: (name: string, error: unknown): Text => ({
    en: `The step '${name}' was stopped, and failed with ${show(error)} while it cleaned up. brew failed with the reason of the signal: so nobody hears of the error. Throw on what the step threw; when it was only stopped, that is the reason anyway.`,
    'zh-CN': `步骤 '${name}' 被停下，收拾时以 ${show(error)} 失败了。brew 却以信号的 reason 失败，这个错误就没有人知道了。请把这一步抛出的东西原样抛出去；如果它只是被停下，抛出的本来就是 reason。`,
  }),

  otherThanCleanUpError: (name: string, error: unknown, got: unknown): Text => ({
    en: `The step '${name}' was stopped, and failed with ${show(error)} while it cleaned up. brew failed with ${show(got)}: throw on exactly what the step threw.`,
    'zh-CN': `步骤 '${name}' 被停下，收拾时以 ${show(error)} 失败了。brew 却以 ${show(got)} 失败：这一步抛出的是什么，就请原样抛出什么。`,
  }),

  notUndoneAfterCleanUpError: (name: string, broken: string): Text => ({
    en: `The step '${broken}' was stopped and failed while it cleaned up, and '${name}', which was done before it, was not undone. What is done is undone however it ends.`,
    'zh-CN': `步骤 '${broken}' 被停下，收拾时又出了错，而之前已完成的 '${name}' 没有被撤销。不管怎样结束，已完成的都要撤销。`,
  }),

  workErrorLost: (got: unknown): Text => ({
    en: `The signal aborted, but shield did not fail: it gave ${show(got)}.`,
    'zh-CN': `信号中止了，shield 却没有失败，而是给出了 ${show(got)}。`,
  }),

  waitedForTheError: (reason: unknown, got: unknown): Text => ({
    en: `The signal aborted with the reason ${show(reason)} before the work failed, and shield failed with ${show(got)}. Whoever waits hears of the abort; what the work does later is nobody's business any more.`,
    'zh-CN': `工作还没有失败，信号就以 ${show(reason)} 中止了，shield 却以 ${show(got)} 失败。等的人得知的应该是中止；之后工作怎样，已经与他无关。`,
  }),

  printed: (line: string): Text => ({
    en: `The work failed after the abort, and your code printed: ${line}. Such an error is dropped without a sound.`,
    'zh-CN': `工作在中止之后失败了，你的代码打印了：${line}。这样的错误要不声不响地忽略。`,
  }),
} as const;
