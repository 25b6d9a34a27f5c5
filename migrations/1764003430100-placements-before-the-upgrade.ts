import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Open visits were placed on their node before placements were stored: late events of it are its own after they have moved. */
export class PlacementsBeforeTheUpgrade1764003430100 implements MigrationInterface {
  readonly name = 'PlacementsBeforeTheUpgrade1764003430100';

  async up(runner: QueryRunner): Promise<void> {
    // Row-level security binds the owner too: hospital by hospital.
    for (const { id } of (await runner.query('SELECT id FROM hospital ORDER BY id')) as { id: string }[]) {
      await runner.query('SELECT wall.enter($1)', [id]);
      await runner.query(
        `INSERT INTO call_placement (visit_id, node_id, hospital_id, placed_at) SELECT id, media_node_id, hospital_id, now() FROM visit
         WHERE hospital_id = $1 AND status IN ('planned', 'waiting', 'in-progress') AND media_node_id IS NOT NULL
         ON CONFLICT DO NOTHING`,
        [id],
      );
    }
    await runner.query('SELECT wall.leave()');
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
