export default {
  pages: 'Pages',
  clearFilters: 'Clear filters',
  sortedBy: 'Sorted by',
  ascending: 'Ascending',
  descending: 'Descending',
  firstPage: 'First page',
  nextPage: 'Next page',
};
