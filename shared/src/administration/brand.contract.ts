import { z } from 'zod';
import { brandColourForm } from './brand-colour.ts';
import { hospitalSlug } from '../core/contact.ts';
import { fileBytes, instant, page, personNames, sortedQuery, text, version } from '../core/common.ts';
import { portraitTypes } from '../core/picture-types.ts';
import { defineRoute } from '../core/route.ts';

export const logoTypes = portraitTypes;
/** Longest side in pixels: beside a name on pages, and for paper. */
export const logoSizes = { small: 96, large: 512 } as const;
export type LogoSize = keyof typeof logoSizes;

export const appIcons = ['192', '512', 'maskable-512'] as const;
export type AppIcon = (typeof appIcons)[number];

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

export const readBrand = defineRoute({
  name: 'readBrand',
  method: 'GET',
  path: '/api/administration/brand',
  summary: 'Name, colour and logo of the hospital as they are in use',
  permission: 'settings.manage',
  response: brand,
});

export const publishBrand = defineRoute({
  name: 'publishBrand',
  method: 'PUT',
  path: '/api/administration/brand',
  summary: 'Put name, colour and logo into use; what was signed and sealed before keeps what it says',
  permission: 'settings.manage',
  ifMatch: true,
  body: z.strictObject(look),
  response: brand,
});

export const brandVersionSorts = ['published', 'name', 'author'] as const;

export const listBrandVersions = defineRoute({
  name: 'listBrandVersions',
  method: 'GET',
  path: '/api/administration/brand-versions',
  summary: 'What the hospital looked like; `q` looks in names, colours and who published them',
  permission: 'settings.manage',
  query: z.strictObject(sortedQuery(brandVersionSorts, 'desc')),
  response: page(brandVersion),
});

export const addLogo = defineRoute({
  name: 'addLogo',
  method: 'POST',
  path: '/api/administration/logos',
  summary: 'Take a logo in: written anew from its pixels in two sizes. It shows nowhere before it is published',
  permission: 'settings.manage',
  accepts: logoTypes,
  response: z.strictObject({ logo: sha256 }),
  bodyLimit: 10 * 1024 * 1024,
  rateLimit: 20,
});

export const readLogo = defineRoute({
  name: 'readLogo',
  method: 'GET',
  path: '/api/hospitals/:hospital/logos/:sha256/:size',
  summary: 'A logo of the hospital, by what it shows, so that it never changes',
  permission: 'public',
  params: z.strictObject({ hospital: hospitalSlug, sha256, size: z.enum(['small', 'large']) }),
  response: fileBytes,
  file: true,
});

export const readAppIcon = defineRoute({
  name: 'readAppIcon',
  method: 'GET',
  path: '/api/hospitals/:hospital/app-icons/:face/:icon',
  summary:
    'The icon of the app that is installed from the hospital’s own address, by what it shows, so that it never changes',
  permission: 'public',
  params: z.strictObject({
    hospital: hospitalSlug,
    face: z.string().regex(/^[0-9a-f]{16}$/),
    icon: z.enum(appIcons),
  }),
  response: fileBytes,
  file: true,
});
