import { z } from 'zod';
import { brandColourForm } from './brand-colour.ts';
import { hospitalSlug } from '../core/contact.ts';
import { fileBytes, instant, page, personNames, sortedQuery, version } from '../core/common.ts';
import { printedName } from '../core/printed-name.ts';
import { brandVersionSorts, logoTypes, appIcons } from './brand.constants.ts';
import type { RouteSchemas } from '../core/route.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const look = {
  name: z.strictObject({ en: printedName(120), zh: printedName(120) }),
  /** `#rrggbb`; null for the product’s own. */
  colour: z.string().toLowerCase().regex(brandColourForm, { error: 'colour' }).nullable(),
  /** Digest of an uploaded logo; null for the product’s. */
  logo: sha256.nullable(),
};

/** The active brand. Its version is 0 until the first change. */
export const brand = z.strictObject({ version, ...look });
export type Brand = z.output<typeof brand>;

const brandVersion = brand.extend({ publishedAt: instant, publishedBy: personNames.nullable() });
export type BrandVersion = z.output<typeof brandVersion>;

export const publishBrandBody = z.strictObject(look);

export const brandSchemas = {
  readBrand: {
    summary: 'Get the hospital’s current name, colour and logo',
    response: brand,
  },
  publishBrand: {
    summary: 'Publish name, colour and logo; documents signed earlier keep theirs',
    body: publishBrandBody,
    response: brand,
  },
  listBrandVersions: {
    summary: 'List earlier branding; `q` searches names, colours and publishers',
    query: z.strictObject(sortedQuery(brandVersionSorts, 'desc')),
    response: page(brandVersion),
  },
  addLogo: {
    summary: 'Upload a logo, re-encoded in two sizes; not shown until published',
    accepts: logoTypes,
    response: z.strictObject({ logo: sha256 }),
    bodyLimit: 10 * 1024 * 1024,
    rateLimit: 20,
  },
  readLogo: {
    summary: 'Get a hospital logo by content hash; the content never changes',
    params: z.strictObject({ hospital: hospitalSlug, sha256, size: z.enum(['small', 'large']) }),
    response: fileBytes,
  },
  readAppIcon: {
    summary: 'Get the icon of the installed app by content hash; the content never changes',
    params: z.strictObject({
      hospital: hospitalSlug,
      face: z.string().regex(/^[0-9a-f]{16}$/),
      icon: z.enum(appIcons),
    }),
    response: fileBytes,
  },
} satisfies RouteSchemas;
