/** Who a third person in the call is. */
export const guestRelations = ['family', 'interpreter', 'doctor', 'other'] as const;
export type GuestRelation = (typeof guestRelations)[number];

/**
 * `asked`: the doctor invited, the patient has not agreed yet, the link opens nothing. `ready`: the link may be used once.
 * `accepted`: a person has come with it, said their name and agreed. `declined`: the patient said no. `withdrawn`: taken back,
 * or the person was put out.
 */
export const invitationStatuses = ['asked', 'ready', 'accepted', 'declined', 'withdrawn'] as const;
export type InvitationStatus = (typeof invitationStatuses)[number];

/** Which text the guest agreed to; its words are the page’s `join.consent` of this version. */
export const guestConsentVersion = '2026-11';
