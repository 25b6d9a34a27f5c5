/** Unanswered and valid, unanswered and expired, accepted, withdrawn. */
export const staffInvitationStates = ['open', 'expired', 'accepted', 'withdrawn'] as const;
export type StaffInvitationState = (typeof staffInvitationStates)[number];

/**
 * `invited`: the link is unanswered, valid or expired. `joining`: has an account, their details are missing. `to-confirm`: an administrator has to
 * check the details. `disabled`: may not sign in.
 */
export const staffStates = ['invited', 'joining', 'to-confirm', 'active', 'disabled'] as const;
export type StaffState = (typeof staffStates)[number];

export const staffSorts = ['name', 'created', 'last-seen', 'licence'] as const;
export type StaffSort = (typeof staffSorts)[number];

export const staffInvitationSorts = ['invited', 'expires', 'name'] as const;
