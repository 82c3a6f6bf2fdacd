import type { Coroutine } from '@teatime/core';
import type { Language, Text } from '../messages/text.ts';
import type { RecordedEvent, RecordedFile, Recording } from '../player/replay.ts';
import type { StudentModule } from '../wire/frames.ts';

/** The lesson's program as `story.ts` of an exercise exports it: told with the module of an answer. */
export type Story = (stage: { readonly exercise: object; readonly lang: Language; readonly print: (line: string) => void }) => Coroutine<void>;

/** What became of the lesson's program with an answer in it. */
export type StoryRun =
  /** With what kept it from its end, if anything did. */
  | { readonly kind: 'told'; readonly recording: Recording; readonly trouble?: Text }
  /** The answer cannot run: the verdict says why. */
  | { readonly kind: 'refused' }
  /** It keeps its thread to itself, or goes on and on. */
  | { readonly kind: 'endless' };

/** The story is watched like an answer, and shown below it. */
export const storyName = 'story.ts';

/** What a worker is to tell. */
export interface StoryOrder {
  readonly exercise: string;
  /** What the story calls. */
  readonly exports: readonly string[];
  readonly module: StudentModule;
  readonly language: Language;
}

/** What a worker says that tells a story. */
export type FromStory =
  | { readonly t: 'ready' }
  /** The answer has nothing to call. */
  | { readonly t: 'refused' }
  | { readonly t: 'told'; readonly events: readonly RecordedEvent[]; readonly story: RecordedFile; readonly trouble?: Text };
