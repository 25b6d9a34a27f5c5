import type { ResponseOf } from '@yunzhen/shared/core/route';
import type { listHospitals } from '@yunzhen/shared/accounts/auth.contract';
import type { BrandPalette } from '@yunzhen/shared/administration/brand-colour';
import type { Tx } from '../../../platform/db/transaction.ts';

/** What is in use of a hospital’s colour and logo, as its row keeps it. */
export interface HospitalBrand {
  version: number;
  colour: string | null;
  palette: BrandPalette | null;
  /** Digest of the logo. */
  logo: string | null;
}

type ShownBrand = ResponseOf<typeof listHospitals>['hospitals'][number]['brand'];

/** The face of the hospital as pages need it; the logo’s address is without the size. */
export function shownBrand({ slug, brand }: { slug: string; brand: HospitalBrand }): ShownBrand {
  return { palette: brand.palette, logo: brand.logo && `/api/hospitals/${slug}/logos/${brand.logo}` };
}

/** The logo that the icons of the app show, 16 hexadecimal digits of it; null where they are the house’s. */
export const appIconDigest = ({ logo }: Pick<HospitalBrand, 'logo'>): string | null => logo && logo.slice(0, 16);

/** The logo for paper; null for none. Documents that were sealed before keep what they show. */
export async function logoForPaper(tx: Tx): Promise<Uint8Array | null> {
  const [row] = await tx.query<{ large: Buffer }>(
    `SELECT l.large FROM hospital h JOIN brand_logo l ON l.hospital_id = h.id AND l.sha256 = h.brand->>'logo' WHERE h.id = $1`,
    [tx.hospitalId],
  );
  return row ? new Uint8Array(row.large) : null;
}
