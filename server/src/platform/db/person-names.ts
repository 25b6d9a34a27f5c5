/** Returns an expression for a person’s names in both scripts; null when the statement finds no person. Both parameters are columns. */
export function namesOf(name: string, latin: string): string {
  return `CASE WHEN ${name} IS NOT NULL THEN json_build_object('name', ${name}, 'nameLatin', coalesce(${latin}, '')) END`;
}
