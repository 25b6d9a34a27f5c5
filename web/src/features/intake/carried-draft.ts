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
 * What this browser kept of the draft of an appointment, which the hospital never got, joined into the draft of the visit that it has
 * become: only where nothing newer stands, and without what is asked anew on the day. `own` is what the browser kept of the visit’s.
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
  // Nothing of the draft had reached the hospital: one goes on where one was.
  const content =
    own === undefined && first.content === null ? mine : joinDrafts(arrived(ahead.basis), visits.content, mine);
  return { ...visits, content };
}
