import { defineComponent, h, onMounted, ref, watchEffect } from 'vue';

/** A part of the grader's report, as the report itself shows it: with its own style sheet, out of reach of the page's. */
export const VerdictReport = defineComponent({
  name: 'VerdictReport',
  props: { html: { type: String, required: true }, sheet: { type: String, required: true }, isDark: { type: Boolean, required: true } },
  setup(props) {
    const host = ref<HTMLElement>();
    onMounted(() => {
      if (host.value === undefined) return;
      const root = host.value.attachShadow({ mode: 'open' });
      const style = document.createElement('style');
      const report = document.createElement('div');
      root.append(style, report);
      watchEffect(() => {
        style.textContent = props.sheet;
        report.className = props.isDark ? 'report dark' : 'report';
      });
      watchEffect(() => {
        report.innerHTML = props.html;
      });
    });
    return () => h('div', { ref: host, class: 'playground-report' });
  },
});
