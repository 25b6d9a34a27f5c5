import type { z } from 'zod';
import type { AnyRoute, ResponseOf } from '@yunzhen/shared/core/route';
import { AppError } from '@yunzhen/shared/core/errors';

/**
 * An answer as the contract has it, checked where there is a schema: built pages keep that of an answer only where they read it
 * themselves (`contract-schemas.ts`). Throws `internal` when it breaks the contract.
 */
export function answerOf<R extends AnyRoute>(route: R, answer: unknown): ResponseOf<R> {
  const schema: z.ZodType | undefined = route.response;
  if (!schema) return answer as ResponseOf<R>;
  const parsed = schema.safeParse(answer);
  if (parsed.success) return parsed.data as ResponseOf<R>;
  throw new AppError('internal', `${route.method} ${route.path}: the answer breaks the contract`, {
    cause: parsed.error,
  });
}
