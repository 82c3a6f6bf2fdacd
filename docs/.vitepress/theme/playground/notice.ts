import { h } from 'vue';
import type { VNode } from 'vue';

/** Something to say above the editor, and what can be done about it. */
export interface Notice {
  readonly text: string;
  readonly actions?: readonly NoticeAction[];
}

export interface NoticeAction {
  readonly label: string;
  readonly act: () => void;
}

/** @param close takes it away; a question has no such action, and stays until it is answered */
export function noticeBar(notice: Notice | undefined, close?: NoticeAction): VNode {
  const actions = [...(notice?.actions ?? []), ...(close === undefined ? [] : [close])];
  return h('div', { class: 'playground-notice', role: 'status' }, notice && [
    h('p', withCode(notice.text)),
    ...actions.map(({ label, act }) => h('button', { type: 'button', onClick: act }, label)),
  ]);
}

/** Sentences for students have their code in backticks. */
export function withCode(text: string): (string | VNode)[] {
  return text.split(/`([^`\n]+)`/).map((part, index) => (index % 2 === 1 ? h('code', part) : part));
}
