import type { IntakeDraft } from '@yunzhen/shared/intake/intake.contract';
import type { IntakeDraftContent } from '@yunzhen/shared/intake/intake-draft.schemas';
import { asOfArrival } from '@yunzhen/shared/intake/answers/arrived-draft';
import type { IntakeForm } from '@yunzhen/shared/intake/forms/form';
import type { StoredDraft } from '../../core/autosave/index.ts';
import { blankDraft } from './blank-draft.ts';
import { joinDrafts } from './join-drafts.ts';

type Kept = StoredDraft<IntakeDraftContent>;
type FormOf = (content: IntakeDraftContent) => IntakeForm | null | undefined;

/**
 * Merges this browser’s unsaved draft of an appointment into the draft of its visit: only where there is no newer answer, and without questions that
 * are asked again on the day. `own`: this browser’s unsaved draft of the visit.
 */
export function carriedOver(first: IntakeDraft, ahead: Kept, own: Kept | undefined, formOf: FormOf): Kept {
  const arrived = (content: IntakeDraftContent) => asOfArrival(content, formOf(content));
  const visits: Kept = own ?? {
    version: first.version,
    basis: first.content ?? blankDraft,
    content: first.content ?? blankDraft,
    unsure: [],
  };
  const mine = arrived(ahead.content);
  // Nothing of the draft had reached the server: the patient continues at the stored step.
  const content =
    own === undefined && first.content === null ? mine : joinDrafts(arrived(ahead.basis), visits.content, mine);
  return { ...visits, content };
}
