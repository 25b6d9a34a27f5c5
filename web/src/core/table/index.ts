export { usePages } from './use-pages.ts';
export { useTable, type RowOf } from './use-table.ts';
