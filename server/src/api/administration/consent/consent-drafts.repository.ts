import type { PersonNames } from '@yunzhen/shared/core/common';
import type { ConsentWordings } from '@yunzhen/shared/administration/consent-texts.contract';
import type { consentVersionSorts, HospitalTextKind } from '@yunzhen/shared/administration/consent-texts.constants';
import { locales } from '@yunzhen/shared/core/locale';
import { namesOf } from '../../../platform/db/person-names.ts';
import { instantKey, placeValues, sortedBy, type SortedFilter } from '../../../platform/db/paging.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { consentDraftEntity, type ConsentDraftRow as StoredDraft } from './consent-draft.entity.ts';
import { consentTextEntity } from './consent-text.entity.ts';
import { insertUnlessThere } from '../../../platform/db/insert-unless-there.ts';

export interface ConsentDraftRow extends Pick<StoredDraft, 'version' | 'wordings' | 'savedAt'> {
  savedBy: PersonNames | null;
}

export interface ConsentVersionRow {
  label: string;
  validFrom: Date;
  inForce: boolean;
  follows: string | null;
  asksAgreement: boolean;
  wordings: ConsentWordings;
}

export interface ConsentVersionFilter extends SortedFilter<(typeof consentVersionSorts)[number]> {
  kind: HospitalTextKind;
  label: string | null;
}

/** Of two versions valid from the same instant, the one whose label sorts later counts. */
const keys = {
  'valid-from': `${instantKey('v."validFrom"')} || v.label`,
  label: 'v.label',
};

export class ConsentDraftsRepository {
  async draft(tx: Tx, kind: HospitalTextKind): Promise<ConsentDraftRow | null> {
    const [row] = await tx.query<ConsentDraftRow>(
      `SELECT d.version, d.wordings, d.saved_at AS "savedAt", ${namesOf('a.display_name', 'a.display_name_latin')} AS "savedBy"
       FROM consent_draft d LEFT JOIN account a ON a.id = d.saved_by WHERE d.kind = $1 FOR UPDATE OF d`,
      [kind],
    );
    return row ?? null;
  }

  /** Saves the draft. Returns false when another administrator saved it first. Version 0 creates one. */
  async save(tx: Tx, kind: HospitalTextKind, basedOn: number, wordings: ConsentWordings): Promise<boolean> {
    const saved = { wordings, savedAt: tx.now, savedBy: tx.context.actor?.accountId ?? null };
    const { hospitalId } = tx;
    if (basedOn === 0) return insertUnlessThere(tx, consentDraftEntity, { ...saved, hospitalId, kind, version: 1 });
    const draft = { hospitalId, kind, version: basedOn };
    return (await tx.manager.update(consentDraftEntity, draft, { ...saved, version: basedOn + 1 })).affected === 1;
  }

  async discard(tx: Tx, kind: HospitalTextKind): Promise<void> {
    await tx.manager.delete(consentDraftEntity, { hospitalId: tx.hospitalId, kind });
  }

  isPublished(tx: Tx, kind: HospitalTextKind, label: string): Promise<boolean> {
    return tx.manager.existsBy(consentTextEntity, { kind, version: label });
  }

  async publish(
    tx: Tx,
    {
      wordings,
      label,
      ...published
    }: Pick<ConsentVersionRow, 'label' | 'validFrom' | 'asksAgreement' | 'wordings'> & {
      kind: HospitalTextKind;
    },
  ): Promise<void> {
    const { hospitalId } = tx;
    const texts = locales.map((locale) => ({ ...published, ...wordings[locale], hospitalId, version: label, locale }));
    await tx.manager.insert(consentTextEntity, texts);
  }

  /** Returns the newest version before one that is valid from then on; null for the first. */
  async before(tx: Tx, kind: HospitalTextKind, label: string, validFrom: Date): Promise<string | null> {
    const [row] = await tx.query<{ version: string }>(
      `SELECT version FROM consent_text WHERE kind = $3 AND (valid_from, version) < ($1, $2)
       ORDER BY valid_from DESC, version DESC LIMIT 1`,
      [validFrom, label, kind],
    );
    return row?.version ?? null;
  }

  /** Returns up to one row more than the limit. A version’s sort id is a digest of its label in the form of an id. */
  versions(
    tx: Tx,
    { kind, q, label, sort, order, after, limit }: ConsentVersionFilter,
  ): Promise<(ConsentVersionRow & { id: string; sortValue: string })[]> {
    const sorted = sortedBy(keys[sort], 'md5(v.label)::uuid', order, 6);
    return tx.query<ConsentVersionRow & { id: string; sortValue: string }>(
      `SELECT md5(v.label)::uuid AS id, v.label, v."validFrom", v.wordings, v.follows, v."asksAgreement", ${sorted.key} AS "sortValue",
         v.label IS NOT DISTINCT FROM (SELECT c.version FROM consent_text c
           WHERE c.kind = $5 AND c.valid_from <= $1 ORDER BY c.valid_from DESC, c.version DESC LIMIT 1) AS "inForce"
       FROM (SELECT version AS label, max(valid_from) AS "validFrom", bool_or(asks_agreement) AS "asksAgreement",
               lag(version) OVER (ORDER BY max(valid_from), version) AS follows,
               jsonb_object_agg(locale, jsonb_build_object('title', title, 'paragraphs', paragraphs)) AS wordings,
               string_agg(concat_ws(' ', title, (SELECT string_agg(p, ' ') FROM jsonb_array_elements_text(paragraphs) p)), ' ') AS words
             FROM consent_text WHERE kind = $5 GROUP BY version) v
       WHERE ($2 = '' OR strpos(lower(concat_ws(' ', v.label, v.words)), lower($2)) > 0)
         AND ($3::text IS NULL OR v.label = $3) AND ${sorted.where}
       ORDER BY ${sorted.order} LIMIT $4`,
      [tx.now, q, label, limit + 1, kind, ...placeValues(after)],
    );
  }
}
