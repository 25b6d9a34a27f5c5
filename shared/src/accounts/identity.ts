import type { FieldError } from '../core/errors.ts';
import type { Sex } from '../core/patient.ts';
import { readResidentNumber } from './resident-number.ts';

/**
 * Identity documents. `resident-id` includes the residence permits of people from Hong Kong, Macao and Taiwan, whose numbers have the same form; a
 * child has its number from the household register.
 */
export const documentTypes = ['resident-id', 'hk-macao-permit', 'taiwan-permit', 'passport'] as const;
export type DocumentType = (typeof documentTypes)[number];

/** A verifier’s answer about name and number. */
export const verdicts = ['verified', 'mismatch', 'unavailable'] as const;
export type Verdict = (typeof verdicts)[number];

/**
 * Returns whether care requires a verified identity: internet hospitals in China (《互联网诊疗监管细则(试行)》, 国卫办医发〔2022〕2号, article 18: patients are treated
 * under their real name).
 */
export function needsRealName(jurisdiction: string): boolean {
  return jurisdiction === 'CN';
}

const forms: Readonly<Record<Exclude<DocumentType, 'resident-id'>, RegExp>> = {
  // Eight digits, since 2013; ten with the renewal count that older ones print.
  'hk-macao-permit': /^[HM]\d{8}(?:\d{2})?$/,
  'taiwan-permit': /^\d{8}(?:\d{2})?$/,
  // ICAO 9303 allows nine characters; some countries use fewer.
  passport: /^[A-Z0-9]{5,9}$/,
};

/** Normalises a number for comparison and storage: capitals, no blanks or dashes. */
export function plainNumber(number: string): string {
  return number.replaceAll(/[\s-]/g, '').toUpperCase();
}

/**
 * Returns what is wrong with a document before any service is asked: format, check character, or a birth date or sex in the number that differs from
 * the stated one. A sex that is neither female nor male is accepted: the digit states the register’s entry, not who a person is.
 */
export function objectionsToDocument(stated: {
  documentType: DocumentType;
  /** In the form of `plainNumber`. */
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
