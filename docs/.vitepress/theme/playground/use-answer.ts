import { onBeforeUnmount, ref, shallowRef } from 'vue';
import type { Ref, ShallowRef } from 'vue';
import type { PlaygroundWords } from '../../../../packages/grader/src/messages/playground.ts';
import { linkedAnswer } from '../../../../packages/grader/src/page/answers/answer-link.ts';
import type { AnswerFile } from '../../../../packages/grader/src/page/answers/answer-file.ts';
import type { OpenExercise } from '../../../../packages/grader/src/page/engine.ts';
import type { AnswerStore, KeptAnswer } from './answer-store.ts';
import { arrivedFragment, listenToFragments } from './arrived-fragment.ts';
import type { Notice } from './notice.ts';

type Files = readonly AnswerFile[];

/** The answer in the editor. */
export interface Answer {
  readonly files: Readonly<ShallowRef<Files>>;
  readonly notice: ShallowRef<Notice | undefined>;
  /** Which answer it is to be: asked until somebody decides. */
  readonly question: Readonly<ShallowRef<Notice | undefined>>;
  /** `linked`: it came with the link, and is kept nowhere. */
  readonly origin: Readonly<Ref<'own' | 'linked'>>;
  /** Reads what is kept, and what the address carries. To be called once, before anything else. */
  readonly load: () => Promise<void>;
  /** Somebody has written. */
  readonly edit: (files: Files) => void;
  /** What is kept, or will be: not what came with a link. */
  readonly own: () => Files;
  /** Has other files in the place of these, so that it can be undone: they are the own answer, whatever was asked before. */
  readonly take: (files: Files) => void;
  /** Back to what was handed out. */
  readonly reset: () => void;
}

export interface AnswerOptions {
  readonly open: OpenExercise;
  readonly store: AnswerStore;
  readonly words: PlaygroundWords;
  /** Puts files into the editor, so that it can be undone. */
  readonly show: (files: Files) => void;
}

/** Keeps the answer of an exercise in the browser with every change. No other answer replaces it before somebody says so. */
export function useAnswer({ open: { exercise, stub }, store, words, show }: AnswerOptions): Answer {
  const { id } = exercise;
  const files = shallowRef<Files>(stub);
  const notice = shallowRef<Notice>();
  const question = shallowRef<Notice>();
  const origin = ref<'own' | 'linked'>('own');
  /** What lies in the browser: while nobody has said which of two answers it shall be, that of another tab. */
  let kept: KeptAnswer = { files: stub, revision: 0 };
  let state: 'idle' | 'saving' | 'in-conflict' | 'unable' = 'idle';

  const showing = (next: Files): void => {
    files.value = next;
    show(next);
  };

  async function save(): Promise<void> {
    if (state !== 'idle' || origin.value !== 'own') return;
    state = 'saving';
    try {
      while (!isSame(files.value, kept.files)) {
        const wanted = files.value;
        const now = await store.save(id, wanted, kept.revision);
        if (now.files !== wanted) {
          conflict(now);
          return;
        }
        kept = now;
      }
      state = 'idle';
    } catch {
      state = 'unable';
      notice.value = { text: words.notKept };
    }
  }

  function conflict(theirs: KeptAnswer): void {
    state = 'in-conflict';
    kept = theirs;
    question.value = {
      text: words.otherTab,
      actions: [{ label: words.takeOther, act: () => take(theirs.files) }, { label: words.keepMine, act: () => take(files.value) }],
    };
  }

  function take(next: Files): void {
    origin.value = 'own';
    question.value = undefined;
    if (state === 'in-conflict') state = 'idle';
    replace(next);
  }

  /** Another tab may have saved one; a tab that was asleep has not heard of it. */
  async function follow(): Promise<void> {
    if (state !== 'idle' || origin.value !== 'own') return;
    const now = await store.answer(id).catch(() => undefined);
    if (now === undefined || now.revision === kept.revision || !isSame(files.value, kept.files)) return;
    kept = now;
    showing(now.files);
  }

  async function load(): Promise<void> {
    try {
      kept = (await store.answer(id)) ?? kept;
      files.value = kept.files;
    } catch {
      state = 'unable';
      notice.value = { text: words.notKept };
    }
    await readLink();
  }

  async function readLink(): Promise<void> {
    const linked = await linkedAnswer(arrivedFragment());
    if (linked.kind === 'none') return;
    if (linked.kind === 'broken') notice.value = { text: words.linkBroken };
    else if (linked.kind === 'too-large') notice.value = { text: words.linkTooLarge };
    else if (linked.exercise !== id) notice.value = { text: words.linkOfOther(linked.exercise.slice(0, 40)) };
    else openLinked(exercise.files.map((name) => ({ name, source: linked.files.find((file) => file.name === name)?.source ?? '' })));
  }

  function openLinked(linked: Files): void {
    if (isSame(linked, kept.files)) return;
    origin.value = 'linked';
    showing(linked);
    question.value = {
      text: words.linked,
      actions: [{ label: words.takeLinked, act: () => take(files.value) }, { label: words.backToMine, act: () => take(kept.files) }],
    };
  }

  const onVisible = (): void => void (document.visibilityState === 'visible' && follow());
  store.listen((changed) => void (changed === id && follow()));
  document.addEventListener('visibilitychange', onVisible);
  listenToFragments(() => void readLink());
  onBeforeUnmount(() => {
    document.removeEventListener('visibilitychange', onVisible);
    listenToFragments(() => {});
  });

  return {
    files, notice, question, origin, load, take,
    own: () => (origin.value === 'own' ? files.value : kept.files),
    edit(next) {
      files.value = next;
      void save();
    },
    reset() {
      const before = files.value;
      replace(stub);
      const undo = (): void => {
        notice.value = undefined;
        replace(before);
      };
      notice.value = { text: words.wasReset, actions: [{ label: words.actions.undo, act: undo }] };
    },
  };

  function replace(next: Files): void {
    showing(next);
    void save();
  }
}

function isSame(one: Files, other: Files): boolean {
  return one.length === other.length && one.every(({ name, source }, index) => other[index]?.name === name && other[index].source === source);
}
