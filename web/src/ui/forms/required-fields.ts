import type { FormError } from '../kit/form-context.ts';
import { fault } from './fault.ts';

/**
 * Checks a short form of a page that many people open: that these fields are filled in. What else the contract asks of them the
 * server says; the page thus needs no schema.
 */
export function requiredFields<Name extends string>(...names: readonly Name[]) {
  return (state: Partial<Record<Name, unknown>>): FormError[] =>
    names
      .filter((name) => String(state[name] ?? '').trim() === '')
      .map((name) => ({ name, message: fault('common.field.required') }));
}
