import type { Translated } from '../../../core/i18n/message-shape.ts';
import type en from './severity.en.ts';

export default {
  allergySeverity: { mild: '轻度', moderate: '中度', severe: '重度', unknown: '程度不明' },
} satisfies Translated<typeof en>;
