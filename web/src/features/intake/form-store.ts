import { shallowReactive } from 'vue';
import { withVersion3 } from '@yunzhen/shared/intake/forms/asked-of-everyone';
import type { IntakeForm, IntakeFormId } from '@yunzhen/shared/intake/forms/form';

const infections = () => import('@yunzhen/shared/intake/forms/infections');
const body = () => import('@yunzhen/shared/intake/forms/body');
const people = () => import('@yunzhen/shared/intake/forms/people');
const followUp = () => import('@yunzhen/shared/intake/forms/follow-up');

/** Where the versions of each form stand: a phone fetches the questions that are asked. */
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

/** Forms that have come; null where there is none of that version. */
const fetched = shallowReactive(new Map<string, IntakeForm | null>());
const asking = new Map<string, Promise<void>>();
const keyOf = ({ id, version }: FormVersion) => `${id} ${version}`;

/** The form in that version; undefined while it has not come, null where there never was one. */
export const formOf = (chosen: FormVersion): IntakeForm | null | undefined => fetched.get(keyOf(chosen));

/** Fetches the questions of a form. A failure is thrown, and the next call tries anew. */
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
