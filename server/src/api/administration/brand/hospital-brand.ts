import type { ResponseOf } from '@yunzhen/shared/core/route';
import type { listHospitals } from '@yunzhen/shared/accounts/auth.contract';
import type { BrandPalette } from '@yunzhen/shared/administration/brand-colour';
import type { Tx } from '../../../platform/db/transaction.ts';

/** A hospital’s present colour and logo, as stored in its row. */
export interface HospitalBrand {
  version: number;
  colour: string | null;
  palette: BrandPalette | null;
  /** Digest of the logo. */
  logo: string | null;
}

type ShownBrand = ResponseOf<typeof listHospitals>['hospitals'][number]['brand'];

/** Returns the hospital’s brand for pages; the logo’s address lacks the size. */
export function shownBrand({ slug, brand }: { slug: string; brand: HospitalBrand }): ShownBrand {
  return { palette: brand.palette, logo: brand.logo && `/api/hospitals/${slug}/logos/${brand.logo}` };
}

/** The first 16 hexadecimal digits of the logo in the app’s icons; null for the product’s own icons. */
export const appIconDigest = ({ logo }: Pick<HospitalBrand, 'logo'>): string | null => logo && logo.slice(0, 16);

/** Returns the logo for documents; null without one. Documents that are already sealed do not change. */
export async function logoForPaper(tx: Tx): Promise<Uint8Array | null> {
  const [row] = await tx.query<{ large: Buffer }>(
    `SELECT l.large FROM hospital h JOIN brand_logo l ON l.hospital_id = h.id AND l.sha256 = h.brand->>'logo' WHERE h.id = $1`,
    [tx.hospitalId],
  );
  return row ? new Uint8Array(row.large) : null;
}
