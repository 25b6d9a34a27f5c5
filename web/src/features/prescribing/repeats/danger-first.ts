import type { RepeatRequest } from '@yunzhen/shared/prescribing/repeat-requests.contract';

type Signs = Pick<RepeatRequest, 'redFlags' | 'dangerAnswer'>;

const hasSigns = ({ redFlags = [], dangerAnswer }: Signs) =>
  redFlags.length > 0 || (dangerAnswer?.ticked.length ?? 0) > 0;

/** Returns the requests with danger signs first, each group in its order. */
export function dangerFirst<Request extends Signs>(requests: readonly Request[]): Request[] {
  return [...requests.filter(hasSigns), ...requests.filter((each) => !hasSigns(each))];
}
