import { AppError } from '@yunzhen/shared/core/errors';

/** Throws `resource.stale` with the current version unless the change is based on it. */
export function assertCurrent({ version }: { version: number }, basedOn: number): void {
  if (version !== basedOn) throw new AppError('resource.stale', 'version is outdated', { facts: { version } });
}
