export { recordSocket } from './socket.ts';
export { useConnection } from './use-connection.ts';
export { useRecordChanges } from './use-record-changes.ts';
export { refreshQueries, refreshQueriesOnChange, useQueryRefresh } from './refresh-queries.ts';
