import { askHook } from '../core/hook.ts';
import type { OwnWording } from './templates/wording.ts';

export type NotificationsHooks = ReturnType<typeof notificationsHooks>;

/** Hooks that notifications need other areas to handle. */
export const notificationsHooks = () => ({
  /** A hospital’s own wording of a template. */
  onWordingAsked: askHook<OwnWording>(),
});
