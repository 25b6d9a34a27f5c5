import type { Visit } from '@yunzhen/shared/visits/visits.contract';

/**
 * Returns a waiting visit as an admission of this version leaves it. Undefined for one that the page already knows more about: a change that is sent
 * again may be older than a return to the queue.
 */
export function admittedVisit(visit: Visit | undefined, version: number | null): Visit | undefined {
  if (visit?.status !== 'waiting' || version === null || version <= visit.version) return undefined;
  return { ...visit, status: 'in-progress' };
}
