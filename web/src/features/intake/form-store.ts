import { shallowReactive } from 'vue';
import { withVersion3 } from '@yunzhen/shared/intake/forms/asked-of-everyone';
import type { IntakeForm, IntakeFormId } from '@yunzhen/shared/intake/forms/form';

const infections = () => import('@yunzhen/shared/intake/forms/infections');
const body = () => import('@yunzhen/shared/intake/forms/body');
const people = () => import('@yunzhen/shared/intake/forms/people');
const followUp = () => import('@yunzhen/shared/intake/forms/follow-up');

/** Loaders of the versions of each form, so that a phone loads only the questions that are asked. */
const groups: Record<IntakeFormId, () => Promise<object>> = {
  fever: infections,
  'cough-throat': infections,
  eye: infections,
  ear: infections,
  skin: body,
  abdomen: body,
  headache: body,
  urinary: body,
  'back-joint': body,
  'ill-child': people,
  mood: people,
  'womens-health': people,
  'long-term': followUp,
  'repeat-medicine': followUp,
  general: followUp,
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
  const asked = groups[chosen.id]().then((forms) => {
    const found = (Object.values(forms) as IntakeForm[]).flatMap(withVersion3).find((form) => keyOf(form) === key);
    fetched.set(key, found ?? null);
  });
  asking.set(key, asked);
  asked.catch(() => asking.delete(key));
  return asked;
}
