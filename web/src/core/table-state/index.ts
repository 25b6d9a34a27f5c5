export { useTableState } from './use-table-state.ts';
