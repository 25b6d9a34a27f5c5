/** Whether a practitioner may practise on that day (ISO dates of the hospital’s calendar; a licence holds to its last day). */
export function mayPractise(practitioner: { licenceValidUntil: string }, today: string): boolean {
  return practitioner.licenceValidUntil >= today;
}
