import type { Locale } from '@yunzhen/shared/core/locale';

/** The content for one device, encrypted for it. It also shows on the lock screen, so it contains nothing about health. */
export interface PushMessage {
  /** The same for a repeat, which replaces the first on screen. */
  id: string;
  title: string;
  body: string;
  /** A path in the app. */
  link: string | null;
  locale: Locale;
  /** Stays on screen until dismissed. */
  urgent: boolean;
}
