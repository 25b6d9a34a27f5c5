import type { PersonNames } from '@yunzhen/shared/core/common';
import type { knowledgeActivationSorts, knowledgeReleaseSorts } from '@yunzhen/shared/prescribing/knowledge.constants';
import { holdsWords, instantKey, placeValues, sortedBy, type SortedFilter } from '../../../platform/db/paging.ts';
import { namesOf } from '../../../platform/db/person-names.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import { knowledgeActivationEntity, type KnowledgeActivationRow } from './knowledge-activation.entity.ts';
import { knowledgeReleaseEntity, type KnowledgeReleaseRow } from './knowledge-release.entity.ts';

/** A release without its set, with its maker and whether it ever was active. */
export interface ReleaseRow extends Omit<KnowledgeReleaseRow, 'hospitalId' | 'content' | 'jws'> {
  readonly maker: PersonNames;
  readonly usedBefore: boolean;
}

export interface ActivationRow extends Pick<KnowledgeActivationRow, 'id' | 'releaseId' | 'reason'> {
  readonly at: Date;
  readonly by: PersonNames;
  readonly number: number | null;
}

type Sorted<Row> = Row & { sortValue: string };

const names = namesOf('a.display_name', 'a.display_name_latin');
const select = `SELECT r.id, r.number, r.sha256, r.base_version AS "baseVersion", r.note, r.made_by AS "madeBy", r.made_at AS "madeAt",
  ${names} AS maker, EXISTS (SELECT 1 FROM knowledge_activation v WHERE v.release_id = r.id) AS "usedBefore"`;
const from = 'FROM knowledge_release r JOIN account a ON a.id = r.made_by';
const releaseKeys: Record<(typeof knowledgeReleaseSorts)[number], string> = {
  made: instantKey('r.made_at'),
  number: `lpad(r.number::text, 10, '0')`,
};
const activationKeys: Record<(typeof knowledgeActivationSorts)[number], string> = {
  at: instantKey('v.activated_at'),
  number: `lpad(coalesce(r.number, 0)::text, 10, '0')`,
};

/** Releases of a hospital and their activations. */
export class ReleasesRepository {
  async find(tx: Tx, id: string): Promise<ReleaseRow | null> {
    const [row] = await tx.query<ReleaseRow>(`${select} ${from} WHERE r.id = $1`, [id]);
    return row ?? null;
  }

  /** Returns a release with its whole set and its signature. */
  async whole(tx: Tx, id: string): Promise<KnowledgeReleaseRow | null> {
    return tx.manager.findOneBy(knowledgeReleaseEntity, { id });
  }

  /** Returns up to one row more than the limit. */
  list(
    tx: Tx,
    { q, sort, order, after, limit }: SortedFilter<(typeof knowledgeReleaseSorts)[number]>,
  ): Promise<Sorted<ReleaseRow>[]> {
    const sorted = sortedBy(releaseKeys[sort], 'r.id', order, 3);
    return tx.query<Sorted<ReleaseRow>>(
      `${select}, ${sorted.key} AS "sortValue" ${from}
       WHERE ${holdsWords('$1', 'r.number::text', 'r.note', 'r.sha256', 'a.display_name', 'a.display_name_latin')}
         AND ${sorted.where} ORDER BY ${sorted.order} LIMIT $2`,
      [q, limit + 1, ...placeValues(after)],
    );
  }

  /** Makes releases and activations of the hospital run one after the other. */
  async lock(tx: Tx): Promise<void> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`knowledge ${tx.hospitalId}`]);
  }

  async nextNumber(tx: Tx): Promise<number> {
    const [row] = await tx.query<{ next: number }>(
      'SELECT coalesce(max(number), 0)::int + 1 AS next FROM knowledge_release',
    );
    return row?.next ?? 1;
  }

  async insert(tx: Tx, row: KnowledgeReleaseRow): Promise<void> {
    await tx.manager.insert(knowledgeReleaseEntity, row);
  }

  /** Returns the active release; null for the data that ship with the program. */
  async active(tx: Tx): Promise<{ id: string; number: number; sha256: string } | null> {
    const [row] = await tx.query<{ id: string | null; number: number; sha256: string }>(
      `SELECT r.id, r.number, r.sha256 FROM knowledge_activation v LEFT JOIN knowledge_release r ON r.id = v.release_id
       ORDER BY v.sequence DESC NULLS LAST, v.activated_at DESC, v.id DESC LIMIT 1`,
    );
    return row?.id ? { id: row.id, number: row.number, sha256: row.sha256 } : null;
  }

  async activate(tx: Tx, releaseId: string | null, reason: string, by: string): Promise<void> {
    const { hospitalId, now: activatedAt } = tx;
    const row = { id: newId(), hospitalId, releaseId, reason, activatedBy: by, activatedAt, sequence: null };
    await tx.manager.insert(knowledgeActivationEntity, row);
  }

  /** Returns up to one row more than the limit. */
  activations(
    tx: Tx,
    { q, sort, order, after, limit }: SortedFilter<(typeof knowledgeActivationSorts)[number]>,
  ): Promise<Sorted<ActivationRow>[]> {
    const sorted = sortedBy(activationKeys[sort], 'v.id', order, 3);
    return tx.query<Sorted<ActivationRow>>(
      `SELECT v.id, v.activated_at AS at, ${names} AS by, v.reason, v.release_id AS "releaseId", r.number, ${sorted.key} AS "sortValue"
       FROM knowledge_activation v JOIN account a ON a.id = v.activated_by LEFT JOIN knowledge_release r ON r.id = v.release_id
       WHERE ${holdsWords('$1', 'r.number::text', 'v.reason', 'a.display_name', 'a.display_name_latin')}
         AND ${sorted.where} ORDER BY ${sorted.order} LIMIT $2`,
      [q, limit + 1, ...placeValues(after)],
    );
  }
}
