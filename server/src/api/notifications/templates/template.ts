import type { LocalizedText } from '@yunzhen/shared/core/locale';

/**
 * What a fact of a template is, and so how it is written into the words: `text` as it stands, `person` in the order of the
 * language, `localized` in the reader’s language, `instant` (ISO) and `day` (ISO date) by the hospital’s clock.
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
 * One thing that people are told. Words name facts in braces: `{doctor}`; `{hospital}` is always there.
 *
 * The inbox is read by its owner after signing in. A subject and a text message show on a locked telephone: they never say anything
 * of health (no complaint, diagnosis, medicine, prescription, department or doctor). Mail is not encrypted: its text keeps to the same.
 */
export interface Template<Facts extends Record<string, FactKind> = Record<string, FactKind>> {
  facts: Facts;
  /** Null for a message that belongs to no account’s inbox, such as a code. */
  inbox: { title: LocalizedText; body: LocalizedText } | null;
  mail: { subject: LocalizedText; text: LocalizedText } | null;
  sms: LocalizedText | null;
  /** What a device shows under the hospital’s name, also while it is locked; left out, devices are told nothing. */
  push?: LocalizedText;
  /** About the account’s own safety: sent by every channel, whatever the person wishes. */
  security?: boolean;
  /** Can’t wait until somebody’s quiet hours are over. */
  urgent?: boolean;
  /** The fact (an instant) before which it is to be known: quiet hours do not hold it back beyond. */
  neededBefore?: string;
  /** A message that could not be delivered for this long helps nobody any more. */
  staleAfterMinutes?: number;
}

export function defineTemplate<const Facts extends Record<string, FactKind>>(
  template: Template<Facts>,
): Template<Facts> {
  return template;
}

export type FactsOf<T extends Template> = { [Name in keyof T['facts']]: FactValues[T['facts'][Name]] };

/** Mail and text message that say nothing but that there is something to read. */
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
