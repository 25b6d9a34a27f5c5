import type { ErrorCode } from './errors.ts';

/** Every socket event is acknowledged with this. */
export type Ack<Value> = { ok: true; value: Value } | { ok: false; code: ErrorCode };
