import type { Translated } from '../../message-shape.ts';
import type en from '../en/figures.ts';

export default {
  title: '运营数据',
} satisfies Translated<typeof en>;
