export const ratingCommentSorts = ['month', 'care', 'picture'] as const;
