import type { TestDatabase } from './database.ts';

const sealing = `'seal-prescription', 'seal-document'`;

/**
 * Lets new seal jobs wait: drawing and signing PDFs takes more CPU than all else of a test that does not read them. For two minutes: a later time counts as
 * one of a clock that was ahead, and is repaired.
 */
export async function holdSealing({ admin }: Pick<TestDatabase, 'admin'>): Promise<void> {
  await admin.query(`
    CREATE FUNCTION pgboss.later() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN NEW.start_after := now() + interval '2 minutes'; RETURN NEW; END $$;
    CREATE TRIGGER later BEFORE INSERT ON pgboss.job FOR EACH ROW
      WHEN (NEW.name IN (${sealing})) EXECUTE FUNCTION pgboss.later()`);
}

/** Lets the held jobs, and all from now on, run at the next poll of their queue. */
export async function releaseSealing({ admin }: Pick<TestDatabase, 'admin'>): Promise<void> {
  await admin.query(`
    DROP TRIGGER later ON pgboss.job;
    UPDATE pgboss.job SET start_after = now() WHERE name IN (${sealing}) AND state = 'created'`);
}
