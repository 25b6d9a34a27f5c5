import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { FIRST_GUARDED } from '../../server/src/platform/db/declared-migration.ts';
import type { Draft } from './draft.ts';
import type { Name } from './names.ts';

/** Leaves room for migrations that others add at the same time. */
const STEP = 1_000;

/** An empty migration after all others. Its comments say how to expand and contract. */
export function addMigration(draft: Draft, root: string, name: Name): void {
  const timestamps = readdirSync(join(root, 'migrations')).map((file) => Number(/^\d{13}(?=-)/.exec(file)?.[0] ?? 0));
  const timestamp = Math.max(FIRST_GUARDED - STEP, ...timestamps) + STEP;
  const className = `${name.pascal}${timestamp}`;
  draft.create(
    `migrations/${timestamp}-${name.kebab}.ts`,
    `import type { QueryRunner } from 'typeorm';
import type { DeclaredMigration } from '../server/src/platform/db/declared-migration.ts';

/**
 * ${name.title}. It only expands: programs of the release before still run on the schema. What no released program uses any more goes in a
 * migration of its own, with \`contract = 'X.Y.Z'\`. See docs/contributing/migrations.md.
 */
export class ${className} implements DeclaredMigration {
  readonly name = '${className}';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(\`SELECT 1\`);
  }

  async down(): Promise<void> {
    throw new Error('This migration cannot be reverted. Restore a backup instead.');
  }
}
`,
  );
}
