import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import {
  AppError,
  errorCodes,
  statusOf,
  type ErrorCode,
  type FieldError,
  type Problem,
} from '@yunzhen/shared/core/errors';
import { databaseFailureOf, isRefusal, type DatabaseFailure } from '../db/database-errors.ts';
import { countProblem } from '../metrics/request-metrics.ts';

/** Maps errors of Fastify and its plug-ins to our codes. */
const foreignCodes: Record<string, ErrorCode> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'request.too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'request.unsupported-media-type',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'request.malformed',
  FST_ERR_CTP_INVALID_JSON_BODY: 'request.malformed',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'request.malformed',
  FST_ERR_BAD_URL: 'request.malformed',
  FST_ERR_MAX_PARAM_LENGTH: 'resource.not-found',
};

const databaseCodes: Record<DatabaseFailure, ErrorCode> = {
  away: 'service.unavailable',
  outdated: 'service.unavailable',
  conflict: 'resource.conflict',
  data: 'validation.failed',
};

/** Converts any error to the one error class. An unexpected one becomes `internal`; its text goes only to the log. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const known = error as Partial<FastifyError> & { validationFields?: FieldError[] };
  if (known.validationFields) {
    return new AppError('validation.failed', 'request does not match the contract', { fields: known.validationFields });
  }
  if (known.statusCode === 429) return new AppError('request.rate-limited', 'too many requests');
  const code = known.code ? foreignCodes[known.code] : undefined;
  if (code) return new AppError(code, known.message, { cause: error });
  // The client disconnected before the whole body arrived.
  if (known.code === 'ECONNRESET' && known.message === 'aborted')
    return new AppError('request.malformed', 'request was aborted', { cause: error });
  const refusal = refusedByTrigger(error);
  if (refusal)
    return new AppError(refusal, 'rejected by the database', { ...factsOfRefusal(refusal, error), cause: error });
  const failure = databaseFailureOf(error);
  if (failure) return new AppError(databaseCodes[failure], `database: ${failure}`, { cause: error });
  // Other client errors of Fastify and its plug-ins, e.g. JSON that names `__proto__`.
  if (known.statusCode !== undefined && known.statusCode >= 400 && known.statusCode < 500)
    return new AppError('request.malformed', 'request was rejected before routing', { cause: error });
  return new AppError('internal', 'unexpected error', { cause: error });
}

/** Returns the error code that a trigger of ours gives as the constraint’s name. */
function refusedByTrigger(error: unknown): ErrorCode | undefined {
  const { constraint } = error as { constraint?: unknown };
  return isRefusal(error) ? errorCodes.find((known) => known === constraint) : undefined;
}

/** Names the new address of a hospital that has moved. */
function factsOfRefusal(code: ErrorCode, error: unknown): { facts?: { address: string } } {
  const { detail } = error as { detail?: unknown };
  return code === 'hospital.moved' && typeof detail === 'string' ? { facts: { address: detail } } : {};
}

export function sendProblem(error: AppError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  countProblem(request, error.code);
  const problem: Problem = {
    type: `urn:yunzhen:error:${error.code}`,
    title: error.code,
    status: statusOf(error),
    code: error.code,
    instance: request.id,
    ...(error.fields ? { fields: error.fields } : {}),
    ...(error.facts ? { facts: error.facts } : {}),
  };
  const retryAfter = error.facts?.['retryAfterSeconds'];
  if (retryAfter !== undefined) reply.header('retry-after', String(retryAfter));
  return reply.code(statusOf(error)).type('application/problem+json').send(problem);
}
