import type { Text } from '../../../packages/grader/src/messages/text.ts';
import type { Contents } from './contents.ts';
import type { PageName } from './places.ts';

/** Pages for one kind of reader. */
export interface Area {
  readonly id: AreaId;
  readonly title: Text;
  readonly pages: readonly PageName[];
}

export type AreaId = 'learn' | 'guide' | 'teach' | 'reference' | 'built';

const titles: Readonly<Record<AreaId, Text>> = {
  learn: { en: 'Learn', 'zh-CN': '学习' },
  guide: { en: 'Student’s guide', 'zh-CN': '学生指南' },
  teach: { en: 'Teach', 'zh-CN': '教学' },
  reference: { en: 'Reference', 'zh-CN': '参考' },
  built: { en: 'How it is built', 'zh-CN': '内部构造' },
};

/** What leads in each area. A page that is not named here follows in the area of its folder. */
const order: readonly (readonly [AreaId, PageName])[] = [
  ['learn', 'lesson/index.md'],
  ['guide', 'guide/student.md'],
  ['teach', 'guide/authoring.md'],
  ['teach', 'guide/course.md'],
  ['teach', 'guide/release.md'],
  ['teach', 'guide/class.md'],
  ['teach', 'guide/many-machines.md'],
  ['teach', 'guide/security.md'],
  ['reference', 'guide/kit.md'],
  ['reference', 'reference/kit.md'],
  ['reference', 'reference/core.md'],
  ['reference', 'rules/no-blocking-call.md'],
  ['reference', 'guide/formats.md'],
  ['reference', 'guide/schemas.md'],
  ['built', 'architecture.md'],
];

const folders: Readonly<Record<string, AreaId>> = { lesson: 'learn', guide: 'teach', reference: 'reference', rules: 'reference' };

/** Every page but the start page, which leads to all of them. */
export function areasOf({ pages }: Contents): readonly Area[] {
  const placed = pages.filter((page) => page !== 'index.md').map((page) => ({ page, ...placeOf(page) }));
  const sorted = placed.toSorted((a, b) => a.rank - b.rank);
  const ids: readonly AreaId[] = ['learn', 'guide', 'teach', 'reference', 'built'];
  return ids.map((id) => ({ id, title: titles[id], pages: sorted.filter(({ area }) => area === id).map(({ page }) => page) }));
}

function placeOf(page: PageName): { readonly area: AreaId; readonly rank: number } {
  const rank = order.findIndex(([, named]) => named === page);
  const [area] = order[rank] ?? [folders[page.split('/')[0] ?? ''] ?? 'built'];
  return { area, rank: rank === -1 ? order.length : rank };
}
