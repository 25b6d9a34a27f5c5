import type { z } from 'zod';
import { AppError, type ErrorCode } from '@yunzhen/shared/core/errors';
import type { Ack } from '@yunzhen/shared/core/ack';
import type { Logger } from '../logging/logger.ts';

/**
 * Wraps the handler of one socket event: validates the payload, and acknowledges with `{ok, value}` or `{ok: false, code}`. A hostile payload or a
 * failing handler never affects the process. Drops events without an ack function, which none of our pages sends.
 */
export function socketHandler<Schema extends z.ZodType, Value>(
  schema: Schema,
  log: Logger,
  handle: (payload: z.output<Schema>) => Promise<Value> | Value,
): (payload: unknown, ack: unknown) => Promise<void> {
  return async (payload, ack) => {
    if (typeof ack !== 'function') return;
    const answer = ack as (answer: Ack<Value>) => void;
    const parsed = schema.safeParse(payload);
    if (!parsed.success || hasForbiddenKey(payload)) return answer({ ok: false, code: 'validation.failed' });
    try {
      answer({ ok: true, value: await handle(parsed.data) });
    } catch (error) {
      answer({ ok: false, code: codeOf(error, log) });
    }
  };
}

function codeOf(error: unknown, log: Logger): ErrorCode {
  if (error instanceof AppError) return error.code;
  log.error({ err: error }, 'socket handler failed');
  return 'internal';
}

/** Returns whether `__proto__`, `constructor` or `prototype` is a key within 12 levels (deeper counts as forbidden). */
export function hasForbiddenKey(value: unknown, depth = 0): boolean {
  if (value === null || typeof value !== 'object') return false;
  if (depth > 12) return true;
  return Object.keys(value).some(
    (key) =>
      key === '__proto__' ||
      key === 'constructor' ||
      key === 'prototype' ||
      hasForbiddenKey((value as Record<string, unknown>)[key], depth + 1),
  );
}
