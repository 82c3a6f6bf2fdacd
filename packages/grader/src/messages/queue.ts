import type { Text } from './text.ts';

/** What is said of a queue by which a class is graded on other machines. Addresses come without what is secret in them. */
export const queueTexts = {
  noAddress: {
    en: 'This is no address of a queue. Write redis://host:6379, or rediss:// where the line is encrypted; a password stands before the host, '
      + 'as in redis://:password@host:6379, or in TEATIME_QUEUE_PASSWORD. What is special in it has to be written as %40 for @.',
    'zh-CN': '队列的地址写得不对。请写 redis://host:6379；加密的连接写 rediss://。密码写在主机名前面，例如 redis://:password@host:6379，'
      + '或者放在 TEATIME_QUEUE_PASSWORD 里。密码里的特殊字符要转义，例如 @ 写成 %40。',
  },
  needsQueue: {
    en: 'Which queue? Name it with --queue redis://host:6379, or in the environment as TEATIME_QUEUE.',
    'zh-CN': '哪个队列？请用 --queue redis://host:6379 写明，或者设置环境变量 TEATIME_QUEUE。',
  },
  needsNothingElse: {
    en: 'grade-worker takes its hand-ins from the queue: leave out what is no option.',
    'zh-CN': 'grade-worker 从队列里取提交：除了选项，后面不用写别的。',
  },
  jobsAreTheWorkers: {
    en: 'With a queue, --jobs says nothing here: each worker has its own. Write it behind pnpm grade-worker.',
    'zh-CN': '使用队列时，--jobs 在这里不起作用：同时评多少份由每个评分端决定，请写在 pnpm grade-worker 后面。',
  },
  noAnswer: (address: string, word: string): Text => ({
    en: `The queue at ${address} does not answer as it should (${word}). Check the address, and whether Redis runs there. What was graded is kept.`,
    'zh-CN': `队列 ${address} 没有正常应答（${word}）。请检查地址，以及那里是否运行着 Redis。已经评好的不会丢。`,
  }),
  refused: (address: string, word: string): Text => ({
    en: `The queue at ${address} lets nobody in with this name and password (${word}). Write them in the address, or in TEATIME_QUEUE.`,
    'zh-CN': `队列 ${address} 不接受这个用户名和密码（${word}）。请写在地址里，或者放在 TEATIME_QUEUE 里。`,
  }),
  away: (address: string): Text => ({
    en: `The queue at ${address} is away. Waiting for it…`,
    'zh-CN': `与队列 ${address} 的连接断开了，正在等待恢复……`,
  }),
  back: (address: string): Text => ({
    en: `The queue at ${address} is back.`,
    'zh-CN': `与队列 ${address} 的连接恢复了。`,
  }),
  noWorkers: (address: string): Text => ({
    en: `No worker with this course, this grader and this sandbox is at ${address} yet. The hand-ins wait there; start one: pnpm grade-worker`,
    'zh-CN': `${address} 上还没有课程、评分程序和沙箱都相同的评分端。提交会在那里等待；请启动一个：pnpm grade-worker`,
  }),
  ready: ({ address, course, courseHash, sandbox, jobs }: Readiness): Text => ({
    en: `Waiting for hand-ins at ${address}: ${course} (${short(courseHash)}), ${jobs} at once, in ${sandbox}. Ctrl-C ends it; what is in work then goes back.`,
    'zh-CN': `正在等待 ${address} 上的提交：${course}（${short(courseHash)}），同时评 ${jobs} 份，沙箱是 ${sandbox}。按 Ctrl-C 结束，没评完的会退回队列。`,
  }),
  otherCourse: (theirs: string, own: string): Text => ({
    en: `Hand-ins wait for another course (${short(theirs)}) than the one here (${short(own)}). None of them is taken. Lay the same course on both machines.`,
    'zh-CN': `队列里有另一个课程（${short(theirs)}）的提交，这里的课程是 ${short(own)}，所以一份也不取。请让两台机器上的课程一致。`,
  }),
  otherGrader: (theirs: string, own: string): Text => ({
    en: `Hand-ins wait for version ${theirs} of the grader, and this is ${own}. None of them is taken.`,
    'zh-CN': `队列里的提交需要 ${theirs} 版的评分程序，这里是 ${own}，所以一份也不取。`,
  }),
  otherSandbox: (theirs: string, own: string): Text => ({
    en: `Hand-ins wait that are to be graded in ${theirs}, and there is ${own} here. None of them is taken: a class is graded in one sandbox.`,
    'zh-CN': `队列里的提交要在 ${theirs} 里评分，这里只有 ${own}，所以一份也不取：一个班只用一种沙箱。`,
  }),
  graded: (count: number): Text => ({
    en: `${count} graded`,
    'zh-CN': `已评 ${count} 份`,
  }),
  ended: (count: number): Text => ({
    en: `Ended after ${count} graded.`,
    'zh-CN': `已结束，共评 ${count} 份。`,
  }),
  tooLarge: (mostBytes: number): Text => ({
    en: `It is too large for the queue, which takes ${mostBytes / 1_000_000} MB. Grade it without --queue.`,
    'zh-CN': `它太大了，队列最多接受 ${mostBytes / 1_000_000} MB。请不用 --queue 单独评分。`,
  }),
  workersLost: {
    en: 'The workers that graded this hand-in were lost with it again and again. Grade it by hand, or type the command once more.',
    'zh-CN': '给这份提交评分的机器一再中途失去联系。请人工评分，或者再运行一次命令。',
  },
  noReply: {
    en: 'A worker gave this hand-in back without a result. Type the command once more.',
    'zh-CN': '评分端没有给出这份提交的结果。请再运行一次命令。',
  },
} as const satisfies Record<string, Text | ((...given: never[]) => Text)>;

export interface Readiness {
  readonly address: string;
  /** Its id. */
  readonly course: string;
  readonly courseHash: string;
  readonly sandbox: string;
  readonly jobs: number;
}

function short(hash: string): string {
  return hash.slice(0, 12);
}
