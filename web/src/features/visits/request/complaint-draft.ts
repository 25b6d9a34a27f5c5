// What somebody writes before there is a visit that a draft could belong to: it lives in this tab only, and goes when it is closed, sent or
// signed out.
const prefix = 'yunzhen.care.';

export const complaintDraftKey = `${prefix}complaint`;

/** Forgets every draft of this tab. */
export function forgetCareDrafts(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix)) sessionStorage.removeItem(key);
}
