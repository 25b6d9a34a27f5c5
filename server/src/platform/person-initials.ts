/** Returns a Chinese name with all but its first character masked, as Chinese readers expect ("李伟" → "李*"); null for a name in Latin letters. */
export function maskedHan(name: string): string | null {
  const [first = ''] = name;
  return /\p{Script=Han}/u.test(first) ? `${first}*` : null;
}

/** A patient for readers who may not see the name. */
export const maskedPatientOf = (name: string, latin: string) => ({
  patientInitials: initialsOf(name, latin),
  patientMasked: maskedHan(name),
});

/** Returns initials: "Li Wei" → "L. W."; a name without Latin letters gives its first character only. */
export function initialsOf(name: string, latin: string): string {
  const words = latin.trim().split(/\s+/).filter(Boolean);
  if (words.length > 0) return words.map((word) => `${[...word][0]?.toUpperCase()}.`).join(' ');
  return `${[...name][0] ?? ''}＊`;
}
