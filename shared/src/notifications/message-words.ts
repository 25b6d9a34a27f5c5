import type { Locale } from '../core/locale.ts';

/** The texts of a message: in the app, in a mail, in a text message, on a locked device. */
export const wordingParts = ['title', 'body', 'subject', 'mail', 'sms', 'push'] as const;
export type WordingPart = (typeof wordingParts)[number];

/** The texts in one language; parts that the message does not have are absent. */
export type MessageWords = { [Part in WordingPart]?: string | undefined };
export type MessageWordings = Record<Locale, MessageWords>;

/** The rule for a hospital’s text of one part. */
export interface WordingRule {
  /** Permitted placeholders, without braces. */
  allowed: readonly string[];
  /** Placeholders that the text must contain. */
  required: readonly string[];
}
export type WordingRules = Partial<Record<WordingPart, WordingRule>>;

/** Characters, or parts of a text message as sent. */
export const wordingLimits = { title: 60, body: 500, subject: 100, mail: 2000, smsParts: 3, push: 120 } as const;
const singleLine: readonly WordingPart[] = ['title', 'subject', 'sms', 'push'];

export type WordingObjection =
  | { rule: 'required' | 'too-long' | 'one-line' | 'stray-brace' }
  | { rule: 'unknown-placeholder' | 'missing-placeholder'; placeholder: string };

const basic = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
const extended = new Set('^{}\\[~]|€');

/**
 * Returns the number of parts of a text message (3GPP TS 23.038 and 23.040): 160 characters of the basic alphabet in one, 153 in each of several; 70
 * and 67 when any character is outside it.
 */
export function smsPartsOf(text: string): number {
  let septets = 0;
  for (const character of text) {
    if (basic.has(character)) septets += 1;
    else if (extended.has(character)) septets += 2;
    else return text.length <= 70 ? 1 : Math.ceil(text.length / 67);
  }
  return septets <= 160 ? 1 : Math.ceil(septets / 153);
}

const placeholder = /\{(\w+)\}/g;

export function placeholdersIn(text: string): string[] {
  return [...new Set([...text.matchAll(placeholder)].map(([, name]) => name ?? ''))];
}

/** Returns the first reason why a text is invalid for a part. */
export function objectionToWording(part: WordingPart, text: string, rule: WordingRule): WordingObjection | null {
  if (text.trim() === '') return { rule: 'required' };
  if (singleLine.includes(part) && /[\r\n]/.test(text)) return { rule: 'one-line' };
  const unknown = placeholdersIn(text).find((name) => !rule.allowed.includes(name));
  if (unknown !== undefined) return { rule: 'unknown-placeholder', placeholder: unknown };
  if (/[{}]/.test(text.replace(placeholder, ''))) return { rule: 'stray-brace' };
  const missing = rule.required.find((name) => !placeholdersIn(text).includes(name));
  if (missing !== undefined) return { rule: 'missing-placeholder', placeholder: missing };
  const long = part === 'sms' ? smsPartsOf(text) > wordingLimits.smsParts : text.length > wordingLimits[part];
  return long ? { rule: 'too-long' } : null;
}
