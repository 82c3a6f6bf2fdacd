import { h, ref } from 'vue';
import type { VNode } from 'vue';
import type { PlaygroundWords } from '../../../../packages/grader/src/messages/playground.ts';
import type { Answers } from '../../../../packages/grader/src/page/answers/answers-among.ts';
import type { AnswerFile } from '../../../../packages/grader/src/page/answers/answer-file.ts';
import type { Engine } from '../../../../packages/grader/src/page/engine.ts';
import type { AnswerStore } from './answer-store.ts';
import { droppedFiles, pickedFiles } from './dropped-files.ts';
import type { Answer } from './use-answer.ts';

/** Brings answers out of the page, and into it. */
export interface Transfer {
  readonly download: () => Promise<void>;
  readonly onDrop: (event: DragEvent) => void;
  /** The button that asks for files. */
  readonly opener: () => VNode;
}

export interface TransferOptions {
  readonly id: string;
  readonly engine: Engine;
  readonly store: AnswerStore;
  readonly answer: Answer;
  readonly words: PlaygroundWords;
}

export function useTransfer({ id, engine, store, answer, words }: TransferOptions): Transfer {
  const input = ref<HTMLInputElement>();

  async function take(found: Promise<ReadonlyMap<string, Uint8Array>>): Promise<void> {
    const answers = await found.then((files) => engine.answersAmong(files)).catch((): Answers => new Map());
    if (answers.size === 0) {
      answer.notice.value = { text: words.nothingTaken };
      return;
    }
    const before = await own();
    await putAll(answers);
    const old = new Map(Array.from(answers.keys(), (exercise) => [exercise, before.get(exercise)] as const));
    answer.notice.value = { text: words.taken([...answers.keys()]), actions: [{ label: words.actions.undo, act: () => void putAll(old) }] };
  }

  /** Those that are kept, and this one as it is, which may not be kept yet. */
  async function own(): Promise<Answers> {
    const kept = await store.all().catch((): Answers => new Map());
    return new Map([...kept, [id, answer.own()]]);
  }

  /** Undefined where nothing was begun before. */
  async function putAll(answers: ReadonlyMap<string, readonly AnswerFile[] | undefined>): Promise<void> {
    answer.notice.value = undefined;
    for (const [exercise, files] of answers) {
      const next = files ?? (await engine.open(exercise)).stub;
      if (exercise === id) answer.take(next);
      else await store.save(exercise, next, undefined).catch(() => {});
    }
  }

  async function download(): Promise<void> {
    const zip = new Blob([Uint8Array.from(await engine.archive(await own()))], { type: 'application/zip' });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(zip);
    link.download = 'answers.zip';
    link.click();
    URL.revokeObjectURL(link.href);
  }

  return {
    download,
    onDrop(event) {
      event.preventDefault();
      if (event.dataTransfer !== null) void take(droppedFiles(event.dataTransfer));
    },
    opener: () => h('span', [
      h('button', { type: 'button', onClick: () => input.value?.click() }, words.actions.upload),
      h('input', {
        ref: input, type: 'file', multiple: true, hidden: true, 'aria-label': words.actions.upload,
        onChange: () => {
          const picked = [...(input.value?.files ?? [])];
          if (input.value !== undefined) input.value.value = '';
          void take(pickedFiles(picked));
        },
      }),
    ]),
  };
}
