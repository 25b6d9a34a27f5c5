export { chartKeys, useChart } from './queries.ts';
