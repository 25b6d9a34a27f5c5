import type { Review } from '@yunzhen/shared/review/review.contract';

/** What the pharmacist can do with a review in its present state. */
export type Standing = 'open' | 'mine' | 'theirs' | 'approved' | 'rejected' | 'withdrawn';

export function standingOf({ status, pharmacist }: Pick<Review, 'status' | 'pharmacist'>, me: string | null): Standing {
  switch (status) {
    case 'requested':
      return 'open';
    case 'in-progress':
      return me !== null && pharmacist?.id === me ? 'mine' : 'theirs';
    case 'completed':
      return 'approved';
    case 'rejected':
      return 'rejected';
    case 'cancelled':
      return 'withdrawn';
  }
}
