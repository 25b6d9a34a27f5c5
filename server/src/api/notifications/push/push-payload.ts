import type { Locale } from '@yunzhen/shared/core/locale';

/** What a device is sent, encrypted for it alone, and shows also while it is locked: nothing of health. */
export interface PushMessage {
  /** The same for a repeat, which is shown in place of the first. */
  id: string;
  title: string;
  body: string;
  /** A path in the app. */
  link: string | null;
  locale: Locale;
  /** Stays until it is seen to. */
  urgent: boolean;
}
