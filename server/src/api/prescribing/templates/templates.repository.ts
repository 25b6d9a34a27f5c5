import { placeValues, timedBy, type Place } from '../../../platform/db/paging.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { columnsOf } from '../../../platform/db/table.ts';
import { prescriptionTemplateEntity, type PrescriptionTemplateRow } from './prescription-template.entity.ts';

export interface TemplateRow extends Omit<PrescriptionTemplateRow, 'hospitalId'> {
  author: string;
  /** True when the template is for one of the requested diagnoses. */
  fits: boolean;
}

const columns = `${columnsOf(prescriptionTemplateEntity, 't')}, d.name AS author`;
const fits = '(EXISTS (SELECT 1 FROM unnest(t.codes) c JOIN unnest($2::text[]) asked ON starts_with(asked, c)))';

export class TemplatesRepository {
  /** Returns templates that the doctor may use, one more than the limit: matching ones first, then newest first. */
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
    await tx.manager.insert(prescriptionTemplateEntity, { ...row, hospitalId: tx.hospitalId });
  }

  async remove(tx: Tx, id: string): Promise<void> {
    await tx.manager.delete(prescriptionTemplateEntity, { id });
  }
}
