export const priceListSorts = ['number', 'valid-from', 'size', 'author'] as const;
