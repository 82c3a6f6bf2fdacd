import { list, show, type Text } from '@teatime/grader/kit';

/** What the checks of the gate say. */
export const saysOfGate = {
  otherIsSet: (expected: boolean, isSet: unknown): Text => ({
    en: `The gate is ${expected ? 'open' : 'shut'}, and isSet() gave ${show(isSet)}. It is false in the beginning, true from set() on, and false again from clear() on.`,
    'zh-CN': `闸门是${expected ? '开' : '关'}着的，isSet() 给出的却是 ${show(isSet)}。开始时是 false，set() 之后是 true，clear() 之后又是 false。`,
  }),
  openFromTheStart: {
    en: 'A new gate is shut, and wait() went through. In the beginning everybody waits, until set() is called.',
    'zh-CN': '新的闸门是关着的，wait() 却通过了。开始时大家都要等，直到调用 set()。',
  },
  looksNowAndThen: {
    en: 'While somebody waited at the gate, a timer of your code was set, to look again later. Have set call you: keep the `resolve` of a promise in line.',
    'zh-CN': '有人在闸门前等待时，你的代码设了定时器，打算过一会儿再看。让 set 来通知：把 promise 的 `resolve` 放进队列。',
  },
  notAllGo: (names: readonly string[], went: number): Text => ({
    en: `${names.length} waited at the gate, it was opened, and ${went === 0 ? 'nobody' : `only ${went}`} went on. A gate is no lock: set lets go of all who wait, one call of resolve for each.`,
    'zh-CN': `有 ${names.length} 个人在闸门前等，闸门打开后，${went === 0 ? '谁也没有通过' : `只有 ${went} 个通过了`}。闸门不是锁：set 要放走所有等待的人，对每个人都调用一次 resolve。`,
  }),
  goesLate: (name: string, due: number, at: number): Text => ({
    en: `The gate was opened at ${due} ms, and ${show(name)} went on only at ${at} ms. set lets everybody go at once, without a timer.`,
    'zh-CN': `闸门在 ${due} 毫秒打开，${show(name)} 到 ${at} 毫秒才通过。set 要马上放走所有人，不要用定时器。`,
  }),
  goesEarly: (name: string, due: number, at: number): Text => ({
    en: `The gate was opened at ${due} ms, and ${show(name)} went on at ${at} ms already. While the gate is shut, wait() waits.`,
    'zh-CN': `闸门在 ${due} 毫秒打开，${show(name)} 在 ${at} 毫秒就已经通过了。闸门关着时，wait() 要等待。`,
  }),
  openAndWaits: {
    en: 'The gate was open, and wait() did not go through at once. Look first whether it is open: who comes after set() has nobody to wake them.',
    'zh-CN': '闸门是开着的，wait() 却没有马上通过。请先看闸门是否开着：set() 之后来的人，没有人会来唤醒。',
  },
  staysOpen: {
    en: 'The gate was shut again with clear(), and wait() went through. A promise that is resolved stays so: whoever waits after clear() needs a new one.',
    'zh-CN': '闸门已经用 clear() 重新关上，wait() 却通过了。兑现了的 promise 不会变回来：clear() 之后来等的人需要新的 promise。',
  },
  clearLetsGo: {
    en: 'Somebody waited at a gate that was shut, clear() was called, and they went on. Only set() lets anybody go; to shut what is shut changes nothing.',
    'zh-CN': '有人在关着的闸门前等，调用 clear() 之后却通过了。只有 set() 才放人；把已经关着的闸门再关一次，什么也不改变。',
  },
  forgottenByClear: {
    en: 'Somebody waited at a gate that was shut, clear() was called, and then set(): they never went on. clear() must not drop those who wait: keep their promise.',
    'zh-CN': '有人在关着的闸门前等，先调用了 clear()，再调用 set()：他却一直没有通过。clear() 不能丢下正在等的人：他们的 promise 要留着。',
  },

  neverGivesUp: {
    en: 'The signal was aborted, and wait() went on waiting at the shut gate. Listen to its `abort` event while you wait, and look at `signal.aborted` before: a signal that was aborted earlier does not tell again.',
    'zh-CN': 'signal 已经中止，wait() 却还在关着的闸门前等。等待时请监听它的 `abort` 事件；等待之前先看 `signal.aborted`，因为早已中止的 signal 不会再通知。',
  },
  servedTheGone: {
    en: 'Somebody at the gate gave up, and wait() ended well. When the signal aborts, it is rejected with its reason, whether the gate is open later or not.',
    'zh-CN': '有人在闸门前放弃了，wait() 却成功结束。signal 中止时，它要以 signal 的 reason 失败，不管闸门后来开不开。',
  },
  letTheAbortedThrough: (open: boolean): Text => ({
    en: `The signal was aborted before wait() was called, the gate was ${open ? 'open' : 'shut'}, and wait() went through. \`signal.throwIfAborted()\` comes first, as in acquire.`,
    'zh-CN': `signal 在调用 wait() 之前就已经中止，闸门${open ? '开' : '关'}着，wait() 却通过了。请像 acquire 一样，先写 \`signal.throwIfAborted()\`。`,
  }),
  otherReason: (error: unknown, reason: unknown): Text => ({
    en: `The signal was aborted with ${show(error)}, and wait() failed with ${show(reason)}. Fail with signal.reason itself.`,
    'zh-CN': `signal 中止的原因是 ${show(error)}，wait() 却以 ${show(reason)} 失败。请直接以 signal.reason 失败。`,
  }),
  givesUpLate: (due: number, at: number): Text => ({
    en: `The signal was aborted at ${due} ms, and wait() failed only at ${at} ms. Reject in the listener of \`abort\`, not when the gate opens.`,
    'zh-CN': `signal 在 ${due} 毫秒时中止，wait() 却到 ${at} 毫秒才失败。请在 \`abort\` 的监听函数里 reject，不要等闸门打开时才处理。`,
  }),
  takesOthersAlong: (name: string): Text => ({
    en: `One of those at the gate gave up, and ${show(name)}, who has another signal or none, did not wait any longer. Each caller of wait() needs a promise of its own: what one rejects must not be what the others wait for.`,
    'zh-CN': `闸门前有一个人放弃了，而 ${show(name)}（用的是别的 signal，或者没有 signal）也不再等了。每次 wait() 都要有自己的 promise：一个人 reject 的，不能是别人也在等的那个。`,
  }),
  forgotten: (names: readonly string[], went: number): Text => ({
    en: `Some of those at the gate gave up. When it was opened, ${list(names).en} were still there, and ${went === 0 ? 'neither' : `only ${went}`} went on. Take exactly the one who gives up out of the line.`,
    'zh-CN': `闸门前有人放弃了。闸门打开时，${list(names)['zh-CN']} 还在，${went === 0 ? '谁也没有通过' : `只有 ${went} 个通过了`}。移出队列的，应当只是放弃的那一个。`,
  }),

  missedThePulse: (names: readonly string[], went: number): Text => ({
    en: `${list(names).en} waited at the gate; it was opened and shut again in one breath, and ${went === 0 ? 'nobody' : `only ${went}`} went on. Who is woken runs a moment later and must not look again then: let them go in set(), for good.`,
    'zh-CN': `${list(names)['zh-CN']} 在闸门前等；闸门刚打开就关上了，${went === 0 ? '谁也没有通过' : `只有 ${went} 个通过了`}。被唤醒的人要晚一点点才运行，那时不能再看一次：在 set() 里就放他们走，不再收回。`,
  }),
  slipsThrough: {
    en: 'The gate was opened and shut in one breath, and somebody came after that, in the same breath. They went through. From clear() on, whoever comes waits, without a moment between.',
    'zh-CN': '闸门刚打开就关上了，有人在这之后的同一刻到来，却通过了。从 clear() 起，来的人就要等，中间没有空隙。',
  },
  notReopened: {
    en: 'The gate was open. It was shut and opened again in one breath, and then wait() did not go through at once. The last call decides: after set() the gate is open.',
    'zh-CN': '闸门本来开着，刚关上又打开，之后 wait() 却没有马上通过。最后一次调用算数：set() 之后闸门是开的。',
  },
} as const;
