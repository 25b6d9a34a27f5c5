export { usePages } from './use-pages.ts';
export { useTable } from './use-table.ts';
