import { computed } from 'vue';
import {
  approveReview,
  postReviewMessage,
  rejectReview,
  releaseReview,
  startReview,
  takeReviewOver,
  type Review,
} from '@yunzhen/shared/review/review.contract';
import { useCommand, type CommandHooks } from '../../core/commands/index.ts';
import { useText } from '../../core/i18n/index.ts';
import { announce, useNotices } from '../../ui/index.ts';

const changes = [['review']];

export const useApproveReview = () => useCommand(approveReview, { changes });

export const useRejectReview = () => useCommand(rejectReview, { changes });

export const useTakeReviewOver = () => useCommand(takeReviewOver, { changes });

export const usePostReviewMessage = (hooks?: CommandHooks<typeof postReviewMessage>) =>
  useCommand(postReviewMessage, { changes: [['review'], ['review-thread']], ...hooks });

/** Heartbeat of the pharmacist’s own review: without it the review returns to the queue. */
export const useKeepReview = () => useCommand(startReview);

/** Claims and releases a review, one at a time. When the review has changed since, a notice says so and the page shows its state. */
export function useReviewActions() {
  const { t } = useText();
  const onError = useNotices().problem;
  const starting = useCommand(startReview, {
    changes,
    onSuccess: () => announce(t('review.actions.started')),
    onError,
  });
  const releasing = useCommand(releaseReview, {
    changes,
    onSuccess: () => announce(t('review.actions.released')),
    onError,
  });
  const busy = computed(() => {
    if (starting.isLoading.value) return 'start';
    return releasing.isLoading.value ? 'release' : undefined;
  });
  const act = (command: typeof starting | typeof releasing) => (review: Pick<Review, 'id'>) => {
    if (!busy.value) command.mutate({ params: { reviewId: review.id } });
  };
  return { busy, start: act(starting), release: act(releasing) };
}
