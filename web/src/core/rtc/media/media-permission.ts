import type { LocalSource } from './media-constraints.ts';

/** What the browser would say if it were asked for this source now; `unknown` where it does not tell. */
export async function mediaPermission(source: LocalSource): Promise<PermissionState | 'unknown'> {
  try {
    return (await navigator.permissions.query({ name: source as PermissionName })).state;
  } catch {
    return 'unknown';
  }
}
