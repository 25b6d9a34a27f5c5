/** Unanswered and valid, unanswered and expired, accepted, withdrawn. */
export const staffInvitationStates = ['open', 'expired', 'accepted', 'withdrawn'] as const;
export type StaffInvitationState = (typeof staffInvitationStates)[number];

export const staffSorts = ['name', 'created', 'last-seen', 'licence'] as const;
export type StaffSort = (typeof staffSorts)[number];

export const staffInvitationSorts = ['invited', 'expires', 'name'] as const;
