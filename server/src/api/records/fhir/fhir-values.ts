import type { CodeableConcept, Coding, Extension, Identifier, Narrative, Reference } from '@medplum/fhirtypes';
import { localized, type Locale, type LocalizedText } from '@yunzhen/shared/core/locale';

/** Code systems of the resources. `own` are the program’s, where no public system has the concept. */
export const systems = {
  loinc: 'http://loinc.org',
  ucum: 'http://unitsofmeasure.org',
  snomed: 'http://snomed.info/sct',
  icd10: 'http://hl7.org/fhir/sid/icd-10',
  actCode: 'http://terminology.hl7.org/CodeSystem/v3-ActCode',
  bcp47: 'urn:ietf:bcp:47',
  signatureType: 'urn:iso-astm:E1762-95:2013',
  provenanceRole: 'http://terminology.hl7.org/CodeSystem/provenance-participant-type',
  own: (name: string) => `urn:yunzhen:${name}`,
} as const;

/** The language of the texts in a resource. */
export interface Words {
  readonly locale: Locale;
  text(words: LocalizedText): string;
}

export function wordsOf(locale: Locale): Words {
  return { locale, text: (words) => localized(words, locale) };
}

/** Returns the text in the language of the resources. */
export const either = ({ locale }: Words, en: string, zh: string): string => localized({ en, zh }, locale);

export const coding = (system: string, code: string, display?: string): Coding => ({
  system,
  code,
  ...(display === undefined ? {} : { display }),
});

export const concept = (text: string, ...codings: Coding[]): CodeableConcept => ({
  ...(codings.length > 0 ? { coding: codings } : {}),
  ...(text === '' ? {} : { text }),
});

/** Returns a reference within the bundle, such as `Patient/…`. */
export const refer = (type: string, id: string): Reference<never> =>
  ({ reference: `${type}/${id}` }) as Reference<never>;

/** Converts a reference built by SQL, such as `Patient/…`. */
export const referTo = (reference: string): Reference<never> => ({ reference }) as Reference<never>;

export const identifier = (name: string, value: string): Identifier => ({ system: systems.own(name), value });

/** Returns the program’s own state as an extension beside the nearest R4 state, because the two lists do not map one to one. */
export const ownStatus = (status: string): Extension => ({ url: systems.own('status'), valueCode: status });

/** Converts prose to XHTML (R4 Narrative); lines become paragraphs. */
export function narrative(prose: string, status: Narrative['status'] = 'additional'): Narrative {
  const paragraphs = prose
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => `<p>${escaped(line)}</p>`);
  return { status, div: `<div xmlns="http://www.w3.org/1999/xhtml">${paragraphs.join('') || '<p>—</p>'}</div>` };
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign);

/** Returns the prose of a narrative, for the readable record. */
export const proseOf = ({ div = '' }: Partial<Narrative>): string =>
  div
    .replace(/<\/p>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&(amp|lt|gt|quot);/g, (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[name] ?? '')
    .trim();

export const iso = (at: Date): string => at.toISOString();

/** Joins two ids to one R4 id (at most 64 characters), because ids in chats are unique only within their visit. */
export const joinedId = (first: string, second: string): string => `${first}${second}`.replaceAll('-', '');

/** Removes members without a value, because FHIR JSON has no null and no empty list. */
export function compact<Value extends object>(value: { [Key in keyof Value]: Value[Key] | null | undefined }): Value {
  const kept = Object.entries(value).filter(
    ([, member]) => member !== null && member !== undefined && !(Array.isArray(member) && member.length === 0),
  );
  return Object.fromEntries(kept) as Value;
}
