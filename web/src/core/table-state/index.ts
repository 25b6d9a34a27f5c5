export { useListState } from './use-list-state.ts';
