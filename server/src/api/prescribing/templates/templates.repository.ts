import type { PrescriptionItem } from '@yunzhen/shared/prescribing/prescribing.contract';
import { placeValues, timedBy, type Place } from '../../../platform/db/paging.ts';
import type { Tx } from '../../../platform/db/transaction.ts';

export interface TemplateRow {
  id: string;
  practitionerId: string;
  author: string;
  shared: boolean;
  title: string;
  codes: string[];
  items: PrescriptionItem[];
  createdAt: Date;
  /** It is for a diagnosis that was asked for. */
  fits: boolean;
}

const columns = `t.id, t.practitioner_id AS "practitionerId", d.name AS author, t.shared, t.title, t.codes, t.items,
  t.created_at AS "createdAt"`;
const fits = '(EXISTS (SELECT 1 FROM unnest(t.codes) c JOIN unnest($2::text[]) asked ON starts_with(asked, c)))';

export class TemplatesRepository {
  /** Those that the doctor may use, one more than asked for: fitting ones first, newest first among them. */
  list(
    tx: Tx,
    practitionerId: string,
    query: {
      words: string;
      codes: readonly string[];
      limit: number;
      after: Place | null;
    },
  ): Promise<TemplateRow[]> {
    const { after } = query;
    const timed = timedBy('t.created_at', 't.id', 'desc', 4, `${fits}::int`);
    return tx.query<TemplateRow>(
      `SELECT ${columns}, ${fits} AS fits
       FROM prescription_template t JOIN practitioner d ON d.id = t.practitioner_id
       WHERE (t.shared OR t.practitioner_id = $1)
         AND ($3 = '' OR strpos(lower(t.title), lower($3)) > 0 OR strpos(lower(t.items::text), lower($3)) > 0)
         AND ${timed.where}
       ORDER BY ${timed.order} LIMIT $7`,
      [practitionerId, query.codes, query.words, ...placeValues(after), after?.rank ?? 0, query.limit + 1],
    );
  }

  async find(tx: Tx, id: string): Promise<TemplateRow | null> {
    const [row] = await tx.query<TemplateRow>(
      `SELECT ${columns}, false AS fits FROM prescription_template t JOIN practitioner d ON d.id = t.practitioner_id
       WHERE t.id = $1`,
      [id],
    );
    return row ?? null;
  }

  async insert(tx: Tx, row: Omit<TemplateRow, 'author' | 'fits'>): Promise<void> {
    await tx.query(
      `INSERT INTO prescription_template (id, hospital_id, practitioner_id, shared, title, codes, items, created_at)
       VALUES ($1,$2,$3,$4,$5,$6,$7,$8)`,
      [
        row.id,
        tx.hospitalId,
        row.practitionerId,
        row.shared,
        row.title,
        row.codes,
        JSON.stringify(row.items),
        row.createdAt,
      ],
    );
  }

  async remove(tx: Tx, id: string): Promise<void> {
    await tx.query('DELETE FROM prescription_template WHERE id = $1', [id]);
  }
}
