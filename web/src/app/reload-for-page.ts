import { isMissingFile } from '../core/api/missing-file.ts';
import { isReloading, reloadOnce } from './boot/reload-once.ts';

/**
 * Reloads when a page could not open because one of its files is missing: a new build has replaced it. Returns false when that was tried, and for
 * other errors.
 */
export const reloadForPage = (error: unknown): boolean => isReloading() || (isMissingFile(error) && reloadOnce());
