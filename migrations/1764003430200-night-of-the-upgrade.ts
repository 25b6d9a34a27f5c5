import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The release before ran these jobs once a day. */
const jobs = ['forget-process-records', 'forget-records', 'renew-certificates'];

/** Counts the upgrade as a finished night: otherwise all nightly jobs would make up for missed nights at once, in working hours. */
export class NightOfTheUpgrade1764003430200 implements MigrationInterface {
  readonly name = 'NightOfTheUpgrade1764003430200';

  async up(runner: QueryRunner): Promise<void> {
    // Row-level security binds the owner too: hospital by hospital.
    for (const { id } of (await runner.query('SELECT id FROM hospital ORDER BY id')) as { id: string }[]) {
      await runner.query('SELECT wall.enter($1)', [id]);
      await runner.query(
        `INSERT INTO nightly_run (hospital_id, job, night, leased_until, finished_at) SELECT $1, unnest($2::text[]), now(), now(), now()
         ON CONFLICT DO NOTHING`,
        [id, jobs],
      );
    }
    await runner.query('SELECT wall.leave()');
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
