/**
 * The names of a person in both writings, as an expression for a statement that may not find one; null then. Both parts are columns.
 */
export function namesOf(name: string, latin: string): string {
  return `CASE WHEN ${name} IS NOT NULL THEN json_build_object('name', ${name}, 'nameLatin', coalesce(${latin}, '')) END`;
}
