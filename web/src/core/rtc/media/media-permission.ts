import type { LocalSource } from './media-constraints.ts';

/** Returns the browser’s current permission for this source; `unknown` where it does not expose it. */
export async function mediaPermission(source: LocalSource): Promise<PermissionState | 'unknown'> {
  try {
    return (await navigator.permissions.query({ name: source as PermissionName })).state;
  } catch {
    return 'unknown';
  }
}
