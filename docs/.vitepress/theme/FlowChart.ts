import { defineComponent, h, onBeforeUnmount, onMounted, ref } from 'vue';
import type { Mermaid } from 'mermaid';

let charts = 0;
let mermaid: Promise<Mermaid> | undefined;

/**
 * A diagram that Mermaid draws when it comes into sight; `style.css` gives it the colours of the page. Until then, and without
 * scripts, its source is shown.
 */
export const FlowChart = defineComponent({
  name: 'FlowChart',
  props: { source: { type: String, required: true } },
  setup(props) {
    const text = decodeURIComponent(props.source);
    const figure = ref<HTMLElement>();
    const svg = ref<string>();
    let sight: IntersectionObserver | undefined;

    onMounted(() => {
      sight = new IntersectionObserver((entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        sight?.disconnect();
        void drawing(text).then((drawn) => (svg.value = drawn));
      }, { rootMargin: '300px' });
      if (figure.value !== undefined) sight.observe(figure.value);
    });
    onBeforeUnmount(() => sight?.disconnect());

    return () => h(
      'figure',
      // Where it is wider than the screen, it is scrolled: with the keyboard, too.
      { class: 'flow-chart', ref: figure, tabindex: 0 },
      svg.value === undefined ? h('pre', h('code', text)) : h('div', { innerHTML: svg.value }),
    );
  },
});

async function drawing(text: string): Promise<string> {
  mermaid ??= import('mermaid').then(({ default: drawer }) => {
    drawer.initialize({ startOnLoad: false, theme: 'neutral', look: 'classic', layout: 'dagre', fontFamily: 'var(--vp-font-family-base)', flowchart: { useMaxWidth: false } });
    return drawer;
  });
  const drawer = await mermaid;
  charts += 1;
  const { svg } = await drawer.render(`flow-chart-${charts}`, text);
  return svg;
}
