import type { Translated } from '../../message-shape.ts';
import type en from '../en/review.ts';

export default {
  title: '处方审核',
} satisfies Translated<typeof en>;
