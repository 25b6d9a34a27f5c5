import { shallowRef } from 'vue';
import { releaseReview, startReview, type Review } from '@yunzhen/shared/review/review.contract';
import { useText } from '../../core/i18n/index.ts';
import { api } from '../../core/api/index.ts';
import { announce, useNotices } from '../../ui/index.ts';
import { useReviewRefresh } from './queries.ts';

/**
 * Taking a review and giving it back. One at a time, so that a second click does nothing. When the review has moved on
 * meanwhile, that is said and the page shows how it stands.
 */
export function useReviewActions() {
  const { t } = useText();
  const notices = useNotices();
  const refresh = useReviewRefresh();
  const busy = shallowRef<'start' | 'release'>();

  async function act(action: 'start' | 'release', { id }: Pick<Review, 'id'>) {
    if (busy.value) return;
    busy.value = action;
    try {
      await api.call(action === 'start' ? startReview : releaseReview, { params: { reviewId: id } });
      announce(t(action === 'start' ? 'review.actions.started' : 'review.actions.released'));
    } catch (error) {
      notices.problem(error);
    } finally {
      await refresh();
      busy.value = undefined;
    }
  }

  return {
    busy,
    start: (review: Pick<Review, 'id'>) => act('start', review),
    release: (review: Pick<Review, 'id'>) => act('release', review),
  };
}
