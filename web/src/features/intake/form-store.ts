import { shallowReactive } from 'vue';
import { withVersion3 } from '@yunzhen/shared/intake/forms/asked-of-everyone';
import type { IntakeForm, IntakeFormId } from '@yunzhen/shared/intake/forms/form';

/** Loaders of the versions of each form, so that a phone loads only the questions that are asked. */
const loaders: Record<IntakeFormId, () => Promise<object>> = {
  fever: () => import('@yunzhen/shared/intake/forms/fever'),
  'cough-throat': () => import('@yunzhen/shared/intake/forms/cough-throat'),
  eye: () => import('@yunzhen/shared/intake/forms/eye'),
  ear: () => import('@yunzhen/shared/intake/forms/ear'),
  skin: () => import('@yunzhen/shared/intake/forms/skin'),
  abdomen: () => import('@yunzhen/shared/intake/forms/abdomen'),
  headache: () => import('@yunzhen/shared/intake/forms/headache'),
  urinary: () => import('@yunzhen/shared/intake/forms/urinary'),
  'back-joint': () => import('@yunzhen/shared/intake/forms/back-joint'),
  'ill-child': () => import('@yunzhen/shared/intake/forms/ill-child'),
  mood: () => import('@yunzhen/shared/intake/forms/mood'),
  'womens-health': () => import('@yunzhen/shared/intake/forms/womens-health'),
  'long-term': () => import('@yunzhen/shared/intake/forms/long-term'),
  'repeat-medicine': () => import('@yunzhen/shared/intake/forms/repeat-medicine'),
  general: () => import('@yunzhen/shared/intake/forms/general'),
};

export interface FormVersion {
  readonly id: IntakeFormId;
  readonly version: number;
}

/** Loaded forms; null where a version does not exist. */
const fetched = shallowReactive(new Map<string, IntakeForm | null>());
const asking = new Map<string, Promise<void>>();
const keyOf = ({ id, version }: FormVersion) => `${id} ${version}`;

/** Returns the form in that version; undefined while it is not loaded, null where it does not exist. */
export const formOf = (chosen: FormVersion): IntakeForm | null | undefined => fetched.get(keyOf(chosen));

/** Loads the questions of a form. Rejects on failure; the next call retries. */
export function fetchForm(chosen: FormVersion): Promise<void> {
  const key = keyOf(chosen);
  const known = asking.get(key);
  if (known) return known;
  const asked = loaders[chosen.id]().then((forms) => {
    const found = (Object.values(forms) as IntakeForm[]).flatMap(withVersion3).find((form) => keyOf(form) === key);
    fetched.set(key, found ?? null);
  });
  asking.set(key, asked);
  asked.catch(() => asking.delete(key));
  return asked;
}
