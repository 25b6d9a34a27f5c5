import type { IntakeForm, IntakeFormId } from './form.ts';
import { intakeForms } from './index.ts';

/** The forms that are asked now, and those that older answers were given to. */
export function catalogueOf(forms: readonly IntakeForm[]) {
  const current = new Map<IntakeFormId, IntakeForm>();
  for (const form of forms) if (form.version > (current.get(form.id)?.version ?? 0)) current.set(form.id, form);
  return {
    /** One of each, in the order in which they are offered. */
    current: [...current.values()] as readonly IntakeForm[],
    /** The form as it is asked now. */
    now(id: IntakeFormId): IntakeForm {
      const form = current.get(id);
      if (!form) throw new Error(`there is no form ${id}`);
      return form;
    },
    /** The form in that version; undefined where there never was one. */
    find: (id: string, version: number): IntakeForm | undefined =>
      forms.find((form) => form.id === id && form.version === version),
  };
}

export const intakeCatalogue = catalogueOf(intakeForms);
