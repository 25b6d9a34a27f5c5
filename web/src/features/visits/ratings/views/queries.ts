import { listRatingComments } from '@yunzhen/shared/visits/ratings.contract';
import { ratingCommentSorts } from '@yunzhen/shared/visits/ratings.constants';
import { useTable } from '../../../../core/table/index.ts';

/** Comments of patients, for staff. */
export const useRatingComments = () =>
  useTable(listRatingComments, {
    key: ['rating', 'comments'],
    sorts: ratingCommentSorts,
    order: 'desc',
    filters: { atMost: ['1', '2', '3'] },
  });
