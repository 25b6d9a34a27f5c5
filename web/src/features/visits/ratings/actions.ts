import { useQueryCache } from '@pinia/colada';
import type { ResponseOf } from '@yunzhen/shared/core/route';
import { rateVisit } from '@yunzhen/shared/visits/ratings.contract';
import { useCommand } from '../../../core/commands/index.ts';

/** `onSent` runs before the new version replaces the form, because events of a removed form are lost. */
export function useRateVisit(onSent: (rating: ResponseOf<typeof rateVisit>) => void) {
  const cache = useQueryCache();
  return useCommand(rateVisit, {
    changes: [['rating']],
    onAnswer(rating, { params }) {
      onSent(rating);
      cache.setQueryData(['rating', params.visitId], rating);
    },
  });
}
