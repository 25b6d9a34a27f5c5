import type { FieldError } from '../core/errors.ts';
import type { Sex } from '../core/patient.ts';
import { readResidentNumber } from './resident-number.ts';

/**
 * Documents that a person may prove who they are by. A resident identity card stands for the residence permits of people from
 * Hong Kong, Macao and Taiwan too, whose numbers have the same form; a child has its number from the household register.
 */
export const documentTypes = ['resident-id', 'hk-macao-permit', 'taiwan-permit', 'passport'] as const;
export type DocumentType = (typeof documentTypes)[number];

/** What a service that knows the documents says of name and number. */
export const verdicts = ['verified', 'mismatch', 'unavailable'] as const;
export type Verdict = (typeof verdicts)[number];

/**
 * Where care needs a verified identity: internet hospitals in China (《互联网诊疗监管细则(试行)》, 国卫办医发〔2022〕2号,
 * article 18: patients are treated under their real name).
 */
export function needsRealName(jurisdiction: string): boolean {
  return jurisdiction === 'CN';
}

const forms: Readonly<Record<Exclude<DocumentType, 'resident-id'>, RegExp>> = {
  // Eight digits, since 2013; ten with the count of renewals that older ones print.
  'hk-macao-permit': /^[HM]\d{8}(?:\d{2})?$/,
  'taiwan-permit': /^\d{8}(?:\d{2})?$/,
  // ICAO 9303 has nine places; some countries use fewer.
  passport: /^[A-Z0-9]{5,9}$/,
};

/** As it is compared and kept: capitals, no blanks or dashes. */
export function plainNumber(number: string): string {
  return number.replaceAll(/[\s-]/g, '').toUpperCase();
}

/**
 * What is wrong with a document before any service is asked: the form of its number, its check character, and, where the number
 * says so, a birth date or sex other than the person stated. Nothing is wrong with a sex that is neither female nor male: the
 * digit says what is in the register, not who somebody is.
 */
export function objectionsToDocument(stated: {
  documentType: DocumentType;
  /** As `plainNumber` gives it. */
  number: string;
  /** ISO date. */
  birthDate: string;
  sex: Sex;
}): FieldError[] {
  const { documentType, number } = stated;
  if (documentType !== 'resident-id')
    return forms[documentType].test(number) ? [] : [{ path: 'number', rule: 'identity-number' }];
  const read = readResidentNumber(number);
  if (typeof read === 'string') return [{ path: 'number', rule: read }];
  const objections: FieldError[] = [];
  if (read.birthDate !== stated.birthDate) objections.push({ path: 'birthDate', rule: 'identity-birth-date' });
  const binary = stated.sex === 'female' || stated.sex === 'male';
  if (binary && read.sex !== stated.sex) objections.push({ path: 'sex', rule: 'identity-sex' });
  return objections;
}
