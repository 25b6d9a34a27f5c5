import type { ConsentWordings } from '@yunzhen/shared/contract/consent-texts';
import { locales } from '@yunzhen/shared/domain/locale';
import type { Tx } from '../../../../platform/db/transaction.ts';

export interface ConsentDraftRow {
  version: number;
  wordings: ConsentWordings;
  savedAt: Date;
  savedBy: string;
}

export interface ConsentVersionRow {
  label: string;
  validFrom: Date;
  inForce: boolean;
  wordings: ConsentWordings;
}

export class ConsentDraftsRepository {
  async draft(tx: Tx): Promise<ConsentDraftRow | null> {
    const [row] = await tx.query<ConsentDraftRow>(
      `SELECT d.version, d.wordings, d.saved_at AS "savedAt", coalesce(a.display_name, '') AS "savedBy"
       FROM consent_draft d LEFT JOIN account a ON a.id = d.saved_by FOR UPDATE OF d`,
    );
    return row ?? null;
  }

  /** False when somebody else was faster. Version 0 begins one. */
  async save(tx: Tx, basedOn: number, wordings: ConsentWordings): Promise<boolean> {
    const by = tx.context.actor?.accountId ?? null;
    const saved =
      basedOn === 0
        ? await tx.query(
            `INSERT INTO consent_draft (hospital_id, version, wordings, saved_at, saved_by) VALUES ($1,1,$2,$3,$4)
             ON CONFLICT DO NOTHING RETURNING version`,
            [tx.hospitalId, wordings, tx.now, by],
          )
        : await tx.query(
            `UPDATE consent_draft SET version = version + 1, wordings = $2, saved_at = $3, saved_by = $4
             WHERE version = $1 RETURNING version`,
            [basedOn, wordings, tx.now, by],
          );
    return saved.length > 0;
  }

  async discard(tx: Tx): Promise<void> {
    await tx.query('DELETE FROM consent_draft');
  }

  async isPublished(tx: Tx, label: string): Promise<boolean> {
    return (await tx.query('SELECT 1 FROM consent_text WHERE version = $1', [label])).length > 0;
  }

  async publish(tx: Tx, label: string, validFrom: Date, wordings: ConsentWordings): Promise<void> {
    for (const locale of locales) {
      const { title, paragraphs } = wordings[locale];
      await tx.query(
        `INSERT INTO consent_text (hospital_id, version, locale, title, paragraphs, valid_from) VALUES ($1,$2,$3,$4,$5,$6)`,
        [tx.hospitalId, label, locale, title, JSON.stringify(paragraphs), validFrom],
      );
    }
  }

  /** The newest first, one more than asked for; `skip` those that a page before has shown. */
  versions(tx: Tx, limit: number, skip: number): Promise<ConsentVersionRow[]> {
    return tx.query<ConsentVersionRow>(
      `SELECT v.label, v."validFrom", v.wordings, v.label IS NOT DISTINCT FROM (SELECT c.version FROM consent_text c
           WHERE c.valid_from <= $1 ORDER BY c.valid_from DESC, c.version DESC LIMIT 1) AS "inForce"
       FROM (SELECT version AS label, max(valid_from) AS "validFrom",
               jsonb_object_agg(locale, jsonb_build_object('title', title, 'paragraphs', paragraphs)) AS wordings
             FROM consent_text GROUP BY version) v
       ORDER BY v."validFrom" DESC, v.label DESC LIMIT $2 OFFSET $3`,
      [tx.now, limit + 1, skip],
    );
  }
}
