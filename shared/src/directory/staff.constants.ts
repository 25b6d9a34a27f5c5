/** Unanswered and good, unanswered and over, taken up, taken back. */
export const staffInvitationStates = ['open', 'expired', 'accepted', 'withdrawn'] as const;
export type StaffInvitationState = (typeof staffInvitationStates)[number];

export const staffSorts = ['name', 'created', 'last-seen', 'licence'] as const;
export type StaffSort = (typeof staffSorts)[number];

export const staffInvitationSorts = ['invited', 'expires', 'name'] as const;
