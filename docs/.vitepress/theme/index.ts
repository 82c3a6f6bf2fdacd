import { defineAsyncComponent, hydrateOnVisible } from 'vue';
import { withBase } from 'vitepress';
import type { DefaultTheme, SiteData, Theme } from 'vitepress';
// Its fonts are a third of what a page may weigh before somebody can write; every system has fonts of its own.
import BaseTheme from 'vitepress/theme-without-fonts';
import { FlowChart } from './FlowChart.ts';
import { takeFragments } from './playground/arrived-fragment.ts';
import { Playground } from './playground/Playground.ts';
import { searchTerms } from './search-terms.ts';
import '../../../packages/grader/src/player/view/player.css';
import './style.css';

export default {
  extends: BaseTheme,
  enhanceApp({ app, siteData }) {
    app.component('FlowChart', FlowChart);
    app.component('RunPlayer', RunPlayer);
    app.component('Playground', Playground);
    siteData.value = withSearchTerms(siteData.value);
    if (!import.meta.env.SSR) takeFragments();
    if (import.meta.env.PROD && !import.meta.env.SSR) keepForOffline();
  },
} satisfies Theme;

/** It arrives when the place comes into sight at which the build left what the program prints. */
const RunPlayer = defineAsyncComponent({
  loader: async () => (await import('./RunPlayer.ts')).RunPlayer,
  hydrate: hydrateOnVisible({ rootMargin: '300px' }),
});

function withSearchTerms(site: SiteData<unknown>): SiteData<unknown> {
  const { themeConfig } = site;
  if (!isSearched(themeConfig) || themeConfig.search?.provider !== 'local') return site;
  const { options } = themeConfig.search;
  const miniSearch = { ...options?.miniSearch, options: { tokenize: searchTerms } };
  return { ...site, themeConfig: { ...themeConfig, search: { provider: 'local', options: { ...options, miniSearch } } } };
}

function isSearched(themeConfig: unknown): themeConfig is Pick<DefaultTheme.Config, 'search'> {
  return typeof themeConfig === 'object' && themeConfig !== null && 'search' in themeConfig;
}

/** What was loaded once is there without a network, too. Not everywhere, and then the site is as good as any other. */
function keepForOffline(): void {
  if (!('serviceWorker' in navigator)) return;
  const register = (): void => void navigator.serviceWorker.register(withBase('/service-worker.js')).catch(() => {});
  // What this page needs comes first.
  if (document.readyState === 'complete') register();
  else addEventListener('load', register);
}
