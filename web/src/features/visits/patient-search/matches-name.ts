/** Returns whether part of a name, in either script, is the typed text: the rule of the hospital’s own search. */
export function matchesName(typed: string, { name, nameLatin }: { name: string; nameLatin: string }): boolean {
  const wanted = typed.trim().toLowerCase();
  return [name, nameLatin, nameLatin.replaceAll(' ', '')].some((each) => each.toLowerCase().includes(wanted));
}
