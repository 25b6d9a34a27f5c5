import type { IntakeForm, IntakeFormId } from './form.ts';
import { intakeForms } from './index.ts';

/** Returns the present forms, and those of older answers. */
export function catalogueOf(forms: readonly IntakeForm[]) {
  const current = new Map<IntakeFormId, IntakeForm>();
  for (const form of forms) if (form.version > (current.get(form.id)?.version ?? 0)) current.set(form.id, form);
  return {
    /** One of each, in the order of the page. */
    current: [...current.values()] as readonly IntakeForm[],
    /** Returns the present version of a form. */
    now(id: IntakeFormId): IntakeForm {
      const form = current.get(id);
      if (!form) throw new Error(`there is no form ${id}`);
      return form;
    },
    /** Returns the form in that version; undefined when it never existed. */
    find: (id: string, version: number): IntakeForm | undefined =>
      forms.find((form) => form.id === id && form.version === version),
  };
}

export const intakeCatalogue = catalogueOf(intakeForms);
