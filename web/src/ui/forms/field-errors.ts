import type { FormError, FormErrorEvent } from '../kit/form-context.ts';
import { AppError, type FieldError } from '@yunzhen/shared/core/errors';
import type { MessageKey } from '../../core/i18n/index.ts';
import { fault } from './fault.ts';

/** Words for the rules that a server or a schema names. */
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
  'password-common': 'common.field.passwordCommon',
  'date-in-future': 'common.field.dateInFuture',
  'date-too-early': 'common.field.dateTooEarly',
  'identity-number': 'common.field.identityNumber',
  'identity-checksum': 'common.field.identityChecksum',
  'identity-birth-date': 'common.field.identityBirthDate',
  'identity-sex': 'common.field.identitySex',
};

/** Adds texts for rules of an area. */
export function addFieldRules(rules: Record<string, MessageKey>): void {
  Object.assign(words, rules);
}

/** The refused fields of an answer as form errors, beside the fields they belong to. */
export function toFormErrors(error: unknown): FormError[] {
  if (!(error instanceof AppError)) return [];
  return (error.fields ?? []).map(({ path, rule }: FieldError) => ({
    name: path.replace(/^body\./, ''),
    message: fault(words[rule] ?? 'common.field.refused'),
  }));
}

/** A form that was refused leads to the first field of the page that is wrong: a screen reader says it with its words. */
export function focusFirstError({ errors }: Pick<FormErrorEvent, 'errors'>): void {
  const wrong = errors.flatMap(({ id }) => (id ? `#${CSS.escape(id)}` : [])).join();
  // The first in the page, whatever the order of the rules.
  if (wrong) document.querySelector<HTMLElement>(wrong)?.focus();
}

interface Speaking {
  '~standard': { validate: (value: unknown) => unknown };
}
interface Found {
  issues?: readonly { message: string }[];
}

/** The same schema for a form: a rule that it names by its own word is said in the reader’s words, as zod’s rules are. */
export function inWords<Schema extends Speaking | undefined>(schema: Schema): Schema {
  // A contract’s type says that some routes have no body.
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
