/** Relation of a guest in the call. */
export const guestRelations = ['family', 'interpreter', 'doctor', 'other'] as const;
export type GuestRelation = (typeof guestRelations)[number];

/**
 * `asked`: the doctor invited, the patient has not agreed yet, the link is inactive. `ready`: the link may be used once. `accepted`: a person has
 * entered with it, given their name and agreed. `declined`: the patient refused. `withdrawn`: withdrawn, or the guest was removed.
 */
export const invitationStatuses = ['asked', 'ready', 'accepted', 'declined', 'withdrawn'] as const;
export type InvitationStatus = (typeof invitationStatuses)[number];

/** Version of the text that the guest agreed to; it is the page’s `join.consent`. */
export const guestConsentVersion = '2026-11';
