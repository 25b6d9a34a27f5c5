import type { MigrationInterface } from 'typeorm';

/** What a migration of this project may declare. Without `contract` it only expands: programs of the release before work on its schema. */
export interface DeclaredMigration extends MigrationInterface {
  /**
   * Of the contract half: a release whose programs, and those of later ones, no longer use what this takes away. Older programs refuse
   * to start on its schema.
   */
  readonly contract?: string;
}

/** Migrations below this timestamp were written before the rules for migrations: no older program starts on their schema. */
export const FIRST_GUARDED = 1764003330000;

/** Any release. */
const anyProgram = '0.0.0';

/** The oldest release whose programs work on the schema that the migration leaves; null when nothing is known. */
export function oldestProgramOf(migration: DeclaredMigration): string | null {
  if (migration.contract) return migration.contract;
  const timestamp = Number(/\d{13,14}$/.exec(migration.name ?? '')?.[0] ?? 0);
  return timestamp < FIRST_GUARDED ? null : anyProgram;
}
