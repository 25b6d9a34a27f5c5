import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Notes which start of a media node another one replaced, so that two living nodes with one id are noticed and one of them is refused. */
export class OneNodeAnId1764003350100 implements MigrationInterface {
  readonly name = 'OneNodeAnId1764003350100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE media_node
        ADD COLUMN former_incarnation uuid,
        ADD COLUMN taken_over_at timestamptz,
        ADD COLUMN refused_incarnation uuid`);
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
