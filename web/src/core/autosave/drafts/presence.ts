/** Whether the drafts are there, and see every sign-out themselves. */
export const presence = { isHere: false };
