import type { FormError } from '../kit/form-context.ts';
import { fault } from './fault.ts';

/**
 * Validates a short form of a frequently opened page: these fields must not be empty. The server checks the other rules, so the page needs no schema.
 */
export function requiredFields<Name extends string>(...names: readonly Name[]) {
  return (state: Partial<Record<Name, unknown>>): FormError[] =>
    names
      .filter((name) => String(state[name] ?? '').trim() === '')
      .map((name) => ({ name, message: fault('common.field.required') }));
}
