import type { Translated } from '../../../../core/i18n/message-shape.ts';
import type en from './danger-page.en.ts';

export default {
  title: '您现在有以下情况吗？',
  titleFor: '{name}现在有以下情况吗？',
  lead: '请勾选所有符合的情况。这些情况不能等待视频就诊。',
  before: '您此前的勾选已保留，医生会看到。',
  none: '以上都没有',
  getHelp: '已勾选 {n} 项，继续',
} satisfies Translated<typeof en>;
