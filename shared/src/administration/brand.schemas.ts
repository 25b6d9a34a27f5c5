import { z } from 'zod';
import { brandColourForm } from './brand-colour.ts';
import { hospitalSlug } from '../core/contact.ts';
import { fileBytes, instant, page, personNames, sortedQuery, text, version } from '../core/common.ts';
import { brandVersionSorts, logoTypes, appIcons } from './brand.constants.ts';
import type { RouteSchemas } from '../core/route.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const look = {
  name: z.strictObject({ en: text(120, 1), zh: text(120, 1) }),
  /** `#rrggbb`; null for the house’s own. */
  colour: z.string().toLowerCase().regex(brandColourForm, { error: 'colour' }).nullable(),
  /** Digest of a logo that was taken in before; null for the house’s sign. */
  logo: sha256.nullable(),
};

/** The face in use. Its number is its version: 0 is what the hospital was founded with. */
export const brand = z.strictObject({ version, ...look });
export type Brand = z.output<typeof brand>;

const brandVersion = brand.extend({ publishedAt: instant, publishedBy: personNames.nullable() });
export type BrandVersion = z.output<typeof brandVersion>;

export const publishBrandBody = z.strictObject(look);

export const brandSchemas = {
  readBrand: {
    summary: 'Name, colour and logo of the hospital as they are in use',
    response: brand,
  },
  publishBrand: {
    summary: 'Put name, colour and logo into use; what was signed and sealed before keeps what it says',
    body: publishBrandBody,
    response: brand,
  },
  listBrandVersions: {
    summary: 'What the hospital looked like; `q` looks in names, colours and who published them',
    query: z.strictObject(sortedQuery(brandVersionSorts, 'desc')),
    response: page(brandVersion),
  },
  addLogo: {
    summary: 'Take a logo in: written anew from its pixels in two sizes. It shows nowhere before it is published',
    accepts: logoTypes,
    response: z.strictObject({ logo: sha256 }),
    bodyLimit: 10 * 1024 * 1024,
    rateLimit: 20,
  },
  readLogo: {
    summary: 'A logo of the hospital, by what it shows, so that it never changes',
    params: z.strictObject({ hospital: hospitalSlug, sha256, size: z.enum(['small', 'large']) }),
    response: fileBytes,
  },
  readAppIcon: {
    summary:
      'The icon of the app that is installed from the hospital’s own address, by what it shows, so that it never changes',
    params: z.strictObject({
      hospital: hospitalSlug,
      face: z.string().regex(/^[0-9a-f]{16}$/),
      icon: z.enum(appIcons),
    }),
    response: fileBytes,
  },
} satisfies RouteSchemas;
