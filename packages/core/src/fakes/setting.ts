/**
 * Where a fake stands: the language it speaks and where it prints to. A story's stage is one.
 *
 * @example
 * const stage: Setting = { lang: 'en', print: console.log };
 * const [water] = [kettle(stage), music(stage)];
 */
export interface Setting {
  /** English when not given. */
  readonly lang?: 'en' | 'zh-CN';
  /** Nothing is printed when not given. */
  readonly print?: (line: string) => void;
}

export const silent = (): void => {};
