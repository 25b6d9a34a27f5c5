import type { LocalizedText } from '@yunzhen/shared/core/locale';

/**
 * The type of a template’s fact, which decides its format: `text` unchanged, `person` with names in the language’s order, `localized` in the reader’s
 * language, `instant` (ISO) and `day` (ISO date) in the hospital’s time zone.
 */
export type FactKind = 'text' | 'person' | 'localized' | 'instant' | 'day';

export interface FactValues {
  text: string;
  person: { name: string; nameLatin: string };
  localized: LocalizedText;
  instant: string;
  day: string;
}

/**
 * One message. Texts name facts in braces: `{doctor}`; `{hospital}` is always available.
 *
 * Only the owner reads the inbox, after signing in. Subjects and text messages show on a locked phone: they never mention health (complaint,
 * diagnosis, medicine, prescription, department or doctor). Mail is not encrypted, so the same applies to its text.
 */
export interface Template<Facts extends Record<string, FactKind> = Record<string, FactKind>> {
  facts: Facts;
  /** Null for a message without an inbox entry, such as a code. */
  inbox: { title: LocalizedText; body: LocalizedText } | null;
  mail: { subject: LocalizedText; text: LocalizedText } | null;
  sms: LocalizedText | null;
  /** The text on a device below the hospital’s name, also on the lock screen; absent means no push. */
  push?: LocalizedText;
  /** Concerns the account’s security: sent by every channel, whatever the preferences. */
  security?: boolean;
  /** Ignores quiet hours. */
  urgent?: boolean;
  /** The fact (an instant) before which the message must arrive; quiet hours do not delay it beyond. */
  neededBefore?: string;
  /** After this time an undelivered message is dropped. */
  staleAfterMinutes?: number;
}

export function defineTemplate<const Facts extends Record<string, FactKind>>(
  template: Template<Facts>,
): Template<Facts> {
  return template;
}

export type FactsOf<T extends Template> = { [Name in keyof T['facts']]: FactValues[T['facts'][Name]] };

/** Mail and text message that only say that there is something to read. */
export const discreet = {
  mail: {
    subject: { en: 'A message from {hospital}', zh: '来自{hospital}的消息' },
    text: {
      en: 'You have a new message from {hospital}. Sign in to read it:\n{link}',
      zh: '{hospital}有一条给您的新消息。请登录查看：\n{link}',
    },
  },
  sms: {
    en: '{hospital}: you have a new message. Sign in to read it.',
    zh: '【{hospital}】您有一条新消息，请登录查看。',
  },
  push: { en: 'You have a new message.', zh: '您有一条新消息。' },
} as const;
