import { join } from 'node:path';
import { slug } from 'github-slugger';
import { defineConfig } from 'vitepress';
import type { DefaultTheme, LocaleSpecificConfig, MarkdownOptions } from 'vitepress';
import type { Language } from '../../packages/grader/src/messages/text.ts';
import { ServiceWorkerWriter } from './offline/write-service-worker.ts';
import { joinChineseLines } from './site/chinese-lines.ts';
import { withContentSecurityPolicy } from './site/content-security.ts';
import { readContents } from './site/contents.ts';
import { drawDiagrams } from './site/diagrams.ts';
import { copyGrader, graderPlugin } from './site/grader-files.ts';
import { followRepository } from './site/links.ts';
import { navigation, sidebar } from './site/navigation.ts';
import { recordPrograms } from './site/programs/recorded-programs.ts';
import { showRuns } from './site/run-players.ts';
import { localSearch } from './site/search.ts';
import { themeWords } from './site/words.ts';

const docs = join(import.meta.dirname, '..');
const contents = await readContents();
const programs = await recordPrograms(contents);
const serviceWorker = new ServiceWorkerWriter();
const { title } = contents.course;

const markdown: MarkdownOptions = {
  theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
  // Headings have the anchors that they have where the repository is read.
  anchor: { slugify: slug },
  config(md) {
    followRepository(md, contents);
    drawDiagrams(md);
    showRuns(md, programs);
    joinChineseLines(md);
  },
};

function inLanguage(language: Language, label: string): LocaleSpecificConfig<DefaultTheme.Config> & { readonly label: string } {
  const [name = '', description = ''] = title[language].split(/[:：]\s*/);
  return {
    label,
    lang: language,
    title: name,
    description,
    themeConfig: { ...themeWords[language], nav: navigation(contents, language), sidebar: sidebar(contents, language) },
  };
}

export default defineConfig({
  locales: { root: inLanguage('en', 'English'), 'zh-CN': inLanguage('zh-CN', '简体中文') },
  cleanUrls: false,
  // The page that somebody reads comes first; the others are kept for when there is no network once it is there.
  router: { prefetchLinks: false },
  // The same for all pages: once, and not in each of them.
  metaChunk: true,
  markdown,
  vite: {
    build: {
      target: 'es2022',
      chunkSizeWarningLimit: 2000,
      // A library's notes to another bundler are no news of ours.
      rollupOptions: {
        onwarn(warning, warn) {
          if (warning.code !== 'INVALID_ANNOTATION') warn(warning);
        },
      },
    },
    optimizeDeps: { esbuildOptions: { target: 'es2022' } },
    plugins: [serviceWorker.plugin, graderPlugin],
  },
  themeConfig: { logo: '/teacup.svg', search: { provider: 'local', options: localSearch(docs, markdown) } },
  transformPageData({ frontmatter, params, relativePath }) {
    const { summary } = params ?? {};
    return {
      ...(typeof summary === 'string' && { description: summary }),
      // Below the name of each function stand the same few headings.
      // The editor and the verdict beside it need the room.
      ...(/(?:^|\/)exercises\//.test(relativePath) && { frontmatter: { ...frontmatter, aside: false, pageClass: 'exercise-page' } }),
      ...(relativePath.includes('reference/') && { frontmatter: { ...frontmatter, outline: 2 } }),
    };
  },
  transformHtml: (html) => withContentSecurityPolicy(html),
  transformHead: ({ siteData }) => [['link', { rel: 'icon', href: `${siteData.base}teacup.svg`, type: 'image/svg+xml' }]],
  buildEnd({ outDir }) {
    copyGrader(outDir);
    serviceWorker.write(outDir);
  },
});
