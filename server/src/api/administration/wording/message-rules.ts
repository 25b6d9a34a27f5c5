import { localized, locales, type Locale, type LocalizedText, byLocale } from '@yunzhen/shared/core/locale';
import {
  objectionToWording,
  placeholdersIn,
  wordingParts,
  type MessageWordings,
  type WordingPart,
  type WordingRules,
} from '@yunzhen/shared/notifications/message-words';
import { AppError } from '@yunzhen/shared/core/errors';
import {
  fillIn,
  defaultWording,
  templates,
  templateOf,
  type FactKind,
  type Template,
} from '../../notifications/index.ts';

/** Facts that a locked phone may show: times, never persons or matters. */
const harmless: readonly FactKind[] = ['instant', 'day'];

/** One-time codes and security messages are the same in every hospital, so that people recognise them and no hospital can weaken them. */
const isFree = (name: string, template: Template) => !template.security && !name.startsWith('account.');

/** Messages whose text a hospital may change. */
export const freeTemplates: readonly string[] = Object.entries<Template>(templates)
  .filter(([name, template]) => isFree(name, template))
  .map(([name]) => name)
  .sort();

/** Throws `resource.not-found` for a message that does not exist or cannot be changed. */
export function requireFree(name: string): Template {
  const template = templateOf(name);
  if (!template || !isFree(name, template))
    throw new AppError('resource.not-found', 'message template not found or cannot be changed');
  return template;
}

/**
 * Returns the rules for each part of a message. The inbox may contain every fact. Subject, mail, text message and push leave the product, so they may
 * contain only times and the facts of the built-in text (see template.ts).
 * The link and the times of the built-in text are required.
 */
export function rulesOf(template: Template): WordingRules {
  const rules: WordingRules = {};
  for (const part of wordingParts) {
    const house = defaultWording(template, part);
    if (!house) continue;
    const named = [...new Set(locales.flatMap((locale) => placeholdersIn(localized(house, locale))))];
    const facts = Object.keys(template.facts);
    const kindOf = (name: string) => template.facts[name];
    const inApp = part === 'title' || part === 'body';
    const open = facts.filter((name) => inApp || harmless.includes(kindOf(name) ?? 'text'));
    const allowed = [...new Set(['hospital', ...named, ...open])].sort();
    const required = named.filter((name) => name === 'link' || harmless.includes(kindOf(name) ?? 'text')).sort();
    rules[part] = { allowed, required };
  }
  return rules;
}

export function houseWordings(template: Template): MessageWordings {
  const of = (locale: Locale) =>
    Object.fromEntries(
      wordingParts.flatMap((part) => {
        const house = defaultWording(template, part);
        return house ? [[part, localized(house, locale)]] : [];
      }),
    );
  return byLocale(of);
}

/** Keeps only parts that the message has, and fills missing ones with the built-in text. */
export function completed(template: Template, given: MessageWordings): MessageWordings {
  const house = houseWordings(template);
  const of = (locale: Locale) => {
    const parts = Object.entries(house[locale]) as [WordingPart, string][];
    return Object.fromEntries(parts.map(([part, text]) => [part, (given[locale]?.[part] ?? text).trim()]));
  };
  return byLocale(of);
}

/** Throws `validation.failed` naming each field that breaks a rule. */
export function requireSound(template: Template, wordings: MessageWordings): void {
  const rules = rulesOf(template);
  const fields = locales.flatMap((locale) =>
    wordingParts.flatMap((part) => {
      const rule = rules[part];
      const objection = rule && objectionToWording(part, wordings[locale][part] ?? '', rule);
      return objection ? [{ path: `${locale}.${part}`, rule: objection.rule }] : [];
    }),
  );
  if (fields.length > 0) throw new AppError('validation.failed', 'wording breaks the rules of the message', { fields });
}

const samples: Record<FactKind, unknown> = {
  text: '10086',
  person: { name: '王芳', nameLatin: 'Wang Fang' },
  localized: { en: 'Canal Pharmacy', zh: '运河药房' },
  instant: '2027-03-08T01:30:00.000Z',
  day: '2027-03-08',
};

/** Returns the texts filled with made-up facts, as a preview. */
export function withSamples(
  template: Template,
  wordings: MessageWordings,
  hospital: { name: LocalizedText; timeZone: string },
  link: string,
): MessageWordings {
  const facts = Object.fromEntries(Object.entries(template.facts).map(([name, kind]) => [name, samples[kind]]));
  const of = (locale: Locale) => {
    const reader = { locale, timeZone: hospital.timeZone };
    const standing = { hospital: localized(hospital.name, locale), link };
    const parts = Object.entries(wordings[locale]);
    return Object.fromEntries(
      parts.map(([part, text]) => [part, fillIn(text ?? '', template.facts, facts, reader, standing)]),
    );
  };
  return byLocale(of);
}
