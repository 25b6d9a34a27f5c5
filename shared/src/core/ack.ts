import type { ErrorCode } from './errors.ts';

/** The acknowledgement of every socket event. */
export type Ack<Value> = { ok: true; value: Value } | { ok: false; code: ErrorCode };
