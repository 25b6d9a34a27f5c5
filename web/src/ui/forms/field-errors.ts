import type { FormError, FormErrorEvent } from '../kit/form-context.ts';
import { AppError, type FieldError } from '@yunzhen/shared/core/errors';
import type { MessageKey } from '../../core/i18n/index.ts';
import { fault } from './fault.ts';

/** Texts for the rules that a server or a schema names. */
const words: Record<string, MessageKey> = {
  required: 'common.field.required',
  email: 'common.field.email',
  date: 'common.field.date',
  decimal: 'common.field.number',
  taken: 'common.field.taken',
  duplicate: 'common.field.taken',
  time: 'common.field.time',
  'ends-before': 'common.field.endsBefore',
  overlap: 'common.field.overlap',
  'time-zone': 'common.field.choice',
  contrast: 'common.field.contrast',
  phone: 'common.field.phone',
  code: 'common.field.code',
  'control-characters': 'common.field.controlCharacters',
  unprintable: 'common.field.unprintable',
  'name-letters': 'common.field.nameLetters',
  'password-common': 'common.field.passwordCommon',
  'date-in-future': 'common.field.dateInFuture',
  'date-too-early': 'common.field.dateTooEarly',
  'date-before-yesterday': 'common.field.dateBeforeYesterday',
  'identity-number': 'common.field.identityNumber',
  'identity-checksum': 'common.field.identityChecksum',
  'identity-birth-date': 'common.field.identityBirthDate',
  'identity-sex': 'common.field.identitySex',
};

/** Adds texts for rules of a feature. */
export function addFieldRules(rules: Record<string, MessageKey>): void {
  Object.assign(words, rules);
}

/** Converts the rejected fields of an answer to form errors for their fields. */
export function toFormErrors(error: unknown): FormError[] {
  if (!(error instanceof AppError)) return [];
  return (error.fields ?? []).map(({ path, rule }: FieldError) => ({
    name: path.replace(/^body\./, ''),
    message: fault(words[rule] ?? 'common.field.refused'),
  }));
}

/** Focuses the first invalid field of the page after a form was rejected; a screen reader reads it with its error. */
export function focusFirstError({ errors }: Pick<FormErrorEvent, 'errors'>): void {
  const wrong = errors.flatMap(({ id }) => (id ? `#${CSS.escape(id)}` : [])).join();
  // The first in page order, whatever the order of the rules.
  if (wrong) document.querySelector<HTMLElement>(wrong)?.focus();
}

interface Speaking {
  '~standard': { validate: (value: unknown) => unknown };
}
interface Found {
  issues?: readonly { message: string }[];
}

/** Returns the same schema for a form, with rules of custom names translated like zod’s own rules. */
export function inWords<Schema extends Speaking | undefined>(schema: Schema): Schema {
  // By its contract type, a route may have no body.
  if (!schema) return schema;
  const standard = schema['~standard'];
  const validate = async (value: unknown) => {
    const found = (await standard.validate(value)) as Found;
    if (!found.issues) return found;
    return { issues: found.issues.map((issue) => ({ ...issue, message: wordsFor(issue.message) })) };
  };
  return { '~standard': { ...standard, validate } } as Schema;
}

const wordsFor = (message: string) => (words[message] ? fault(words[message]) : message);
