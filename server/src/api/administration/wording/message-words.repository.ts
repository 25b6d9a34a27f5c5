import type { PersonNames } from '@yunzhen/shared/core/common';
import type { messageVersionSorts } from '@yunzhen/shared/administration/message-words.constants';
import type { MessageWordings } from '@yunzhen/shared/notifications/message-words';
import { namesOf } from '../../../platform/db/person-names.ts';
import { nameKey, placeValues, sortedBy, type SortedFilter } from '../../../platform/db/paging.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { messageWordingDraftEntity, type MessageWordingDraftRow } from './message-wording-draft.entity.ts';
import { messageWordingEntity, type MessageWordingRow } from './message-wording.entity.ts';
import { insertUnlessThere } from '../../../platform/db/insert-unless-there.ts';

export type WordingRow = Pick<MessageWordingRow, 'version' | 'wordings'>;

export interface DraftRow extends Pick<MessageWordingDraftRow, 'version' | 'wordings' | 'savedAt'> {
  savedBy: PersonNames | null;
}

/** The hospital’s text for one message, and whether it has a draft. */
export interface ChosenRow extends WordingRow {
  template: string;
  changedAt: Date;
  drafted: boolean;
}

export interface MessageVersionRow extends WordingRow {
  publishedAt: Date;
  publishedBy: PersonNames | null;
  until: Date | null;
}

export type MessageVersionFilter = SortedFilter<(typeof messageVersionSorts)[number]>;

/** Version numbers are unique within a message, so each sort key ends in one. */
const number = `lpad(w.version::text, 10, '0')`;
const keys: Record<MessageVersionFilter['sort'], string> = {
  published: number,
  author: `${nameKey('a.display_name', 'a.display_name_latin')} || ' ' || ${number}`,
};

export class MessageWordsRepository {
  /** Returns the active text, or a version by its number; version 0 when the hospital never changed it. */
  async wording(tx: Tx, template: string, version: number | null): Promise<WordingRow> {
    const [row] = await tx.query<WordingRow>(
      `SELECT version, wordings FROM message_wording WHERE hospital_id = $1 AND template = $2 AND ($3::int IS NULL OR version = $3)
       ORDER BY version DESC LIMIT 1`,
      [tx.hospitalId, template, version],
    );
    return row ?? { version: 0, wordings: null };
  }

  /** Returns all of the hospital’s texts and drafts, for the list. */
  all(tx: Tx): Promise<ChosenRow[]> {
    return tx.query(
      `SELECT coalesce(w.template, d.template) AS template, w.wordings, coalesce(w.version, 0) AS version, d.template IS NOT NULL AS drafted,
         greatest(w.published_at, d.saved_at) AS "changedAt"
       FROM (SELECT DISTINCT ON (template) template, version, wordings, published_at FROM message_wording
             WHERE hospital_id = $1 ORDER BY template, version DESC) w
       FULL JOIN (SELECT template, saved_at FROM message_wording_draft WHERE hospital_id = $1) d ON d.template = w.template`,
      [tx.hospitalId],
    );
  }

  async draft(tx: Tx, template: string): Promise<DraftRow | null> {
    const [row] = await tx.query<DraftRow>(
      `SELECT d.version, d.wordings, d.saved_at AS "savedAt", ${namesOf('a.display_name', 'a.display_name_latin')} AS "savedBy"
       FROM message_wording_draft d LEFT JOIN account a ON a.id = d.saved_by
       WHERE d.hospital_id = $1 AND d.template = $2 FOR UPDATE OF d`,
      [tx.hospitalId, template],
    );
    return row ?? null;
  }

  /** Saves the draft. Returns false when another administrator saved it first. Version 0 creates one. */
  async saveDraft(tx: Tx, template: string, basedOn: number, wordings: MessageWordings): Promise<boolean> {
    const saved = { wordings, savedAt: tx.now, savedBy: tx.context.actor?.accountId ?? null };
    const draft = { hospitalId: tx.hospitalId, template };
    if (basedOn === 0) return insertUnlessThere(tx, messageWordingDraftEntity, { ...draft, ...saved, version: 1 });
    const next = { ...saved, version: basedOn + 1 };
    return (await tx.manager.update(messageWordingDraftEntity, { ...draft, version: basedOn }, next)).affected === 1;
  }

  async discardDraft(tx: Tx, template: string): Promise<void> {
    await tx.manager.delete(messageWordingDraftEntity, { hospitalId: tx.hospitalId, template });
  }

  /** Publishes a version. Returns false when another administrator published it first. */
  publish(tx: Tx, template: string, version: number, wordings: MessageWordings | null): Promise<boolean> {
    const published = { publishedAt: tx.now, publishedBy: tx.context.actor?.accountId ?? null };
    const row = { hospitalId: tx.hospitalId, template, version, wordings };
    return insertUnlessThere(tx, messageWordingEntity, { ...row, ...published });
  }

  /** Returns up to one row more than the limit. `q` matches part of any text in either language, or of the publisher’s name. */
  versions(
    tx: Tx,
    template: string,
    { q, sort, order, after, limit }: MessageVersionFilter,
  ): Promise<(MessageVersionRow & { id: string; sortValue: string })[]> {
    const sorted = sortedBy(keys[sort], 'w.hospital_id', order, 5);
    return tx.query(
      `SELECT w.hospital_id AS id, w.version, w.wordings, w.published_at AS "publishedAt",
         ${namesOf('a.display_name', 'a.display_name_latin')} AS "publishedBy", ${sorted.key} AS "sortValue",
         (SELECT n.published_at FROM message_wording n
          WHERE n.hospital_id = w.hospital_id AND n.template = w.template AND n.version = w.version + 1) AS until
       FROM message_wording w LEFT JOIN account a ON a.id = w.published_by
       WHERE w.hospital_id = $1 AND w.template = $2
         AND ($3 = '' OR strpos(lower(concat_ws(' ', a.display_name, a.display_name_latin)), lower($3)) > 0
           OR EXISTS (SELECT 1 FROM jsonb_each(w.wordings) l, jsonb_each_text(l.value) t WHERE strpos(lower(t.value), lower($3)) > 0))
         AND ${sorted.where} ORDER BY ${sorted.order} LIMIT $4`,
      [tx.hospitalId, template, q, limit + 1, ...placeValues(after)],
    );
  }
}
