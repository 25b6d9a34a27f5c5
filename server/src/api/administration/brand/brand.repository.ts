import { everyText } from '../../../platform/db/every-text.ts';
import type { LogoSize } from '@yunzhen/shared/administration/brand.contract';
import type { brandVersionSorts } from '@yunzhen/shared/administration/brand.constants';
import type { PersonNames } from '@yunzhen/shared/core/common';
import type { BrandPalette } from '@yunzhen/shared/administration/brand-colour';
import { namesOf } from '../../../platform/db/person-names.ts';
import { nameKey, placeValues, sortedBy, type SortedFilter } from '../../../platform/db/paging.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import type { LogoPicture } from './logo-picture.ts';
import { brandLogoEntity } from './brand-logo.entity.ts';
import { brandVersionEntity, type BrandVersionRow as StoredVersion } from './brand-version.entity.ts';
import { insertUnlessThere } from '../../../platform/db/insert-unless-there.ts';

export type BrandRow = Pick<StoredVersion, 'version' | 'name' | 'colour' | 'logo'>;

export interface BrandVersionRow extends BrandRow {
  publishedAt: Date;
  publishedBy: PersonNames | null;
}

export type BrandVersionFilter = SortedFilter<(typeof brandVersionSorts)[number]>;

/** Version numbers are unique within a hospital, so each sort key ends in one. */
const number = `lpad(v.version::text, 10, '0')`;
const keys: Record<BrandVersionFilter['sort'], string> = {
  published: number,
  name: `lower(v.name->>'en') || ' ' || ${number}`,
  author: `${nameKey('a.display_name', 'a.display_name_latin')} || ' ' || ${number}`,
};

export class BrandRepository {
  /** Reads from the database, not from a process’s cache. */
  async current(tx: Tx): Promise<BrandRow> {
    const [row] = await tx.query<BrandRow>(
      `SELECT (brand->>'version')::int AS version, name, brand->>'colour' AS colour, brand->>'logo' AS logo FROM hospital WHERE id = $1`,
      [tx.hospitalId],
    );
    if (!row) throw new Error('transaction belongs to no hospital');
    return row;
  }

  /** Publishes a version. Returns false when another process published it first. Before the first change, the original brand becomes version 0. */
  async publish(
    tx: Tx,
    basedOn: number,
    next: Omit<BrandRow, 'version'> & { palette: BrandPalette | null },
  ): Promise<boolean> {
    const { name, ...brand } = next;
    if (basedOn === 0)
      await tx.query(
        `INSERT INTO brand_version (hospital_id, version, name, published_at)
         SELECT id, 0, name, created_at FROM hospital WHERE id = $1 AND (brand->>'version')::int = 0 ON CONFLICT DO NOTHING`,
        [tx.hospitalId],
      );
    const [row] = await tx.query<{ published: boolean | null }>('SELECT publish_own_brand($1, $2, $3) AS published', [
      basedOn,
      name,
      brand,
    ]);
    if (!row?.published) return false;
    await tx.manager.insert(brandVersionEntity, {
      hospitalId: tx.hospitalId,
      version: basedOn + 1,
      name,
      colour: brand.colour,
      logo: brand.logo,
      publishedAt: tx.now,
      publishedBy: tx.context.actor?.accountId ?? null,
    });
    return true;
  }

  /** Returns up to one row more than the limit. */
  versions(
    tx: Tx,
    { q, sort, order, after, limit }: BrandVersionFilter,
  ): Promise<(BrandVersionRow & { id: string; sortValue: string })[]> {
    const sorted = sortedBy(keys[sort], 'v.hospital_id', order, 4);
    return tx.query(
      `SELECT v.hospital_id AS id, v.version, v.name, v.colour, v.logo, v.published_at AS "publishedAt",
         ${namesOf('a.display_name', 'a.display_name_latin')} AS "publishedBy", ${sorted.key} AS "sortValue"
       FROM brand_version v LEFT JOIN account a ON a.id = v.published_by
       WHERE v.hospital_id = $1 AND ($2 = '' OR strpos(lower(concat_ws(' ', ${everyText('v.name')}, v.colour, a.display_name,
           a.display_name_latin)), lower($2)) > 0)
         AND ${sorted.where} ORDER BY ${sorted.order} LIMIT $3`,
      [tx.hospitalId, q, limit + 1, ...placeValues(after)],
    );
  }

  /** Stores a logo; the same picture is stored once. */
  async addLogo(tx: Tx, { sha256, small, large }: LogoPicture): Promise<void> {
    const added = { hospitalId: tx.hospitalId, addedAt: tx.now, addedBy: tx.context.actor?.accountId ?? null };
    await insertUnlessThere(tx, brandLogoEntity, { ...added, sha256, small, large });
  }

  hasLogo(tx: Tx, sha256: string): Promise<boolean> {
    return tx.manager.existsBy(brandLogoEntity, { sha256 });
  }

  async logo(tx: Tx, sha256: string, size: LogoSize): Promise<Buffer | null> {
    const [row] = await tx.query<{ content: Buffer }>(
      `SELECT ${size === 'small' ? 'small' : 'large'} AS content FROM brand_logo WHERE sha256 = $1`,
      [sha256],
    );
    return row?.content ?? null;
  }
}
