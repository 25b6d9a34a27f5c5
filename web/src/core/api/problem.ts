import { AppError, type ErrorCode, type FieldError, type Problem } from '@yunzhen/shared/core/errors';

/**
 * Converts an error response into an `AppError`. A proxy’s own error page counts as an unavailable service. A page of a hospital that has moved leaves
 * for its new address.
 */
export async function toAppError(response: Pick<Response, 'status' | 'headers' | 'json'>): Promise<AppError> {
  const problem = await readProblem(response);
  if (!problem) {
    const code = response.status >= 502 && response.status <= 504 ? 'service.unavailable' : 'internal';
    return new AppError(code, `${response.status} without a problem document`);
  }
  if (problem.code === 'hospital.moved')
    // Loaded only then. What cannot be loaded or asked leaves the page where it is: its text says to reload.
    void import('./moved-hospital.ts')
      .then(({ goToMovedHospital }) => goToMovedHospital(problem.facts?.['address']))
      .catch(() => undefined);
  return new AppError(problem.code, problem.title, {
    ...(problem.fields ? { fields: problem.fields } : {}),
    facts: { ...problem.facts, requestId: problem.instance },
  });
}

async function readProblem(response: Pick<Response, 'status' | 'headers' | 'json'>): Promise<Problem | undefined> {
  if (!response.headers.get('content-type')?.includes('json')) return undefined;
  const body: unknown = await response.json().catch(() => undefined);
  if (typeof body !== 'object' || body === null || !('code' in body) || typeof body.code !== 'string') return undefined;
  // A newer server may have codes that this page has no text for.
  const code = body.code as ErrorCode;
  return {
    type: 'about:blank',
    title: 'title' in body && typeof body.title === 'string' ? body.title : code,
    status: response.status,
    code,
    instance: 'instance' in body && typeof body.instance === 'string' ? body.instance : '',
    ...('fields' in body && Array.isArray(body.fields) ? { fields: body.fields as FieldError[] } : {}),
    ...('facts' in body && typeof body.facts === 'object' && body.facts !== null
      ? { facts: body.facts as NonNullable<Problem['facts']> }
      : {}),
  };
}
