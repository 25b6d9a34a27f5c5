import { offeredForms } from '@yunzhen/shared/intake/forms/offered-forms';
import type { IntakeSubject } from '@yunzhen/shared/intake/forms/form';
import { fetchForm } from './form-store.ts';
import { formsFor } from './symptoms/choose-form.ts';

/** Loads the questions of the topic that the complaint suggests, ahead of their page, so that nothing moves when they appear. */
export function fetchSuggestedForm(complaint: string, subject: IntakeSubject): void {
  const [id] = formsFor(complaint, subject);
  if (id) void fetchForm({ id, version: offeredForms[id].version }).catch(() => undefined);
}
