export { useBenchPanel, useBenchPart, useBenchStore, type RecordPart } from './bench.store.ts';
