/**
 * Returns whether a practitioner may practise on that day. Both are ISO dates in the hospital’s time zone; a licence is valid through its last day.
 */
export function mayPractise(practitioner: { licenceValidUntil: string }, today: string): boolean {
  return practitioner.licenceValidUntil >= today;
}
