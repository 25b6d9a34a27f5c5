import type { FormError } from '@nuxt/ui';
import { AppError, type FieldError } from '@yunzhen/shared/errors';
import { translate, type MessageKey } from '../app/i18n/index.ts';

/** Words for the rules that a server or a schema names. */
const words: Record<string, MessageKey> = {
  required: 'common.field.required',
  email: 'common.field.email',
  date: 'common.field.date',
  decimal: 'common.field.number',
  taken: 'common.field.taken',
  'identity-number': 'common.field.identityNumber',
  'identity-checksum': 'common.field.identityChecksum',
  'identity-birth-date': 'common.field.identityBirthDate',
  'identity-sex': 'common.field.identitySex',
};

/** The refused fields of an answer as form errors, beside the fields they belong to. */
export function toFormErrors(error: unknown): FormError[] {
  if (!(error instanceof AppError)) return [];
  return (error.fields ?? []).map(({ path, rule }: FieldError) => ({
    name: path.replace(/^body\./, ''),
    message: translate(words[rule] ?? 'common.field.refused'),
  }));
}
