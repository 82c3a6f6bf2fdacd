import { h, onBeforeUnmount, ref, shallowRef, watch } from 'vue';
import type { VNode } from 'vue';
import { playgroundWords } from '../../../../packages/grader/src/messages/playground.ts';
import type { Language } from '../../../../packages/grader/src/messages/text.ts';
import type { Engine } from '../../../../packages/grader/src/page/engine.ts';
import type { StoryRun } from '../../../../packages/grader/src/page/story.ts';
import { printedLines } from '../../../../packages/grader/src/player/printed-lines.ts';
import { replayOf } from '../../../../packages/grader/src/player/replay-of.ts';
import type { Recording } from '../../../../packages/grader/src/player/replay.ts';
import { mountPlayer } from '../../../../packages/grader/src/player/view/mount-player.ts';
import type { MountedPlayer } from '../../../../packages/grader/src/player/view/mount-player.ts';
import type { Answer } from './use-answer.ts';

export interface RunOptions {
  readonly engine: Engine;
  readonly id: string;
  readonly language: Language;
  readonly answer: Answer;
}

/** The lesson's program with the answer in it: what it prints, as fast as it does or at once, and the player of its run. */
export function useRun({ engine, id, language, answer }: RunOptions): () => readonly VNode[] {
  const words = playgroundWords[language];
  const run = shallowRef<StoryRun | 'running' | 'unable'>();
  const lines = shallowRef<readonly string[]>([]);
  const isShown = ref(false);
  const place = ref<HTMLElement>();
  let player: MountedPlayer | undefined;
  let timers: readonly ReturnType<typeof setTimeout>[] = [];

  const stop = (): void => {
    timers.forEach(clearTimeout);
    player?.dispose();
    player = undefined;
    isShown.value = false;
    lines.value = [];
  };

  async function start(isPlayed: boolean): Promise<void> {
    stop();
    run.value = 'running';
    const told = await engine.story(id, answer.files.value, language).catch(() => 'unable' as const);
    run.value = told;
    if (told === 'unable' || told.kind !== 'told') return;
    const printed = printedLines(told.recording);
    if (!isPlayed) {
      lines.value = printed.map(({ text }) => text);
      show(told.recording);
      return;
    }
    // The player goes by steps, and what takes no time takes some there: beside what is printed in real time it would be behind.
    const last = Math.max(0, ...printed.map(({ t }) => t));
    timers = [...printed.map(({ t, text }) => setTimeout(() => (lines.value = [...lines.value, text]), t)), setTimeout(() => show(told.recording), last)];
  }

  function show(recording: Recording): void {
    if (place.value === undefined) return;
    isShown.value = true;
    player = mountPlayer(place.value, [replayOf(recording)], { language });
  }

  // Of another answer it would be the wrong run.
  watch(answer.files, () => {
    if (run.value === undefined || run.value === 'running') return;
    stop();
    run.value = undefined;
  });
  onBeforeUnmount(stop);

  const said = (): string => {
    if (run.value === undefined) return '';
    if (run.value === 'running') return words.running;
    if (run.value === 'unable') return words.cannotGrade;
    return { told: run.value.kind === 'told' ? (run.value.trouble?.[language] ?? '') : '', refused: words.cannotRun, endless: words.endless }[run.value.kind];
  };
  return () => [
    h('p', { class: 'playground-state' }, words.aboutRun),
    h('div', { class: 'playground-bar' }, [
      h('button', { type: 'button', onClick: () => void start(true) }, words.runs.atRealSpeed),
      h('button', { type: 'button', onClick: () => void start(false) }, words.runs.atOnce),
    ]),
    h('p', { class: 'playground-state', role: 'status' }, said()),
    ...(lines.value.length === 0 ? [] : [h('pre', { 'class': 'playground-printed', 'role': 'log', 'tabindex': 0, 'aria-label': words.printed }, lines.value.join('\n'))]),
    ...(isShown.value ? [h('p', { class: 'playground-state' }, words.stepByStep)] : []),
    h('div', { ref: place, class: 'playground-player' }),
  ];
}
