import { useData } from 'vitepress';
import { defineComponent, h, onBeforeUnmount, onMounted, ref } from 'vue';
import { languages } from '../../../packages/grader/src/messages/text.ts';
import { printedText } from '../../../packages/grader/src/player/printed-lines.ts';
import { readRecordings } from '../../../packages/grader/src/player/read-recordings.ts';
import { showRecordings } from '../../../packages/grader/src/player/view/show-recordings.ts';
import type { MountedPlayer } from '../../../packages/grader/src/player/view/mount-player.ts';

/** The player of a program's run. Until it is there, and without scripts, what the program prints is shown. */
export const RunPlayer = defineComponent({
  name: 'RunPlayer',
  props: {
    /** The runs as JSON, encoded as a part of a URI. */
    recording: { type: String, required: true },
    lang: { type: String, required: true },
  },
  setup(props) {
    const json = decoded(props.recording);
    const language = languages.find((one) => one === props.lang) ?? 'en';
    const { frontmatter } = useData();
    const place = ref<HTMLElement>();
    const isMounted = ref(false);
    let player: MountedPlayer | undefined;

    onMounted(() => {
      if (place.value === undefined) return;
      player = showRecordings(place.value, json, { language, plays: frontmatter.value['layout'] === 'home' });
      isMounted.value = true;
    });
    onBeforeUnmount(() => player?.dispose());

    return () => h('div', { class: 'run-player' }, [h('div', { ref: place }), isMounted.value ? undefined : printed(json).map((lines) => h('pre', lines))]);
  },
});

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

/** What each of the programs prints. */
function printed(json: string): readonly string[] {
  return (readRecordings(json) ?? []).map(({ recording }) => printedText(recording));
}
