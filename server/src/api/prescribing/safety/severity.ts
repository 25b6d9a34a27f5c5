/** Severities, mildest first; only the last cannot be overridden. */
export const severities = ['minor', 'moderate', 'serious', 'contraindicated'] as const;
export type Severity = (typeof severities)[number];

/** Returns the next higher severity; contraindicated stays. */
export function oneWorse(severity: Severity): Severity {
  return severities[Math.min(severities.indexOf(severity) + 1, severities.length - 1)] ?? severity;
}

export function isOverridable(severity: Severity): boolean {
  return severity !== 'contraindicated';
}
