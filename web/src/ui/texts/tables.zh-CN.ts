import type { Translated } from '../../core/i18n/message-shape.ts';
import type en from './tables.en.ts';

export default {
  pages: '分页',
  clearFilters: '清除筛选',
  sortedBy: '排序方式',
  ascending: '升序',
  descending: '降序',
  firstPage: '第一页',
  nextPage: '下一页',
} satisfies Translated<typeof en>;
