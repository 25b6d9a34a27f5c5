import type { AnyRoute, ResponseOf, RouteSchema } from '@yunzhen/shared/core/route';
import { AppError } from '@yunzhen/shared/core/errors';

let schemas: ReadonlyMap<string, RouteSchema> | undefined;

/**
 * Installs schemas that check every later response. Development and tests install them; the production build has none and relies on the server’s
 * tests.
 */
export function checkAnswers(by: ReadonlyMap<string, RouteSchema> | undefined): void {
  schemas = by;
}

/** Returns the response as the contract’s type, validated where schemas are installed. Throws `internal` when it breaks the contract. */
export function answerOf<R extends AnyRoute>(route: R, answer: unknown): ResponseOf<R> {
  const parsed = schemas?.get(route.name)?.response.safeParse(answer);
  if (!parsed) return answer as ResponseOf<R>;
  if (parsed.success) return parsed.data as ResponseOf<R>;
  throw new AppError('internal', `${route.method} ${route.path}: the answer does not match the contract`, {
    cause: parsed.error,
  });
}
