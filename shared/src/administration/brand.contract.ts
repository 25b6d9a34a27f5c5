import { routesOf } from '../core/route.ts';
import type { brandSchemas } from './brand.schemas.ts';

export type { LogoSize, AppIcon } from './brand.constants.ts';

export type { Brand, BrandVersion } from './brand.schemas.ts';

const defineRoute = routesOf<typeof brandSchemas>();

export const readBrand = defineRoute('readBrand', 'GET /api/administration/brand', 'settings.manage');
export const publishBrand = defineRoute('publishBrand', 'PUT /api/administration/brand', 'settings.manage', {
  confirmation: 'recent',
  ifMatch: true,
});
export const listBrandVersions = defineRoute(
  'listBrandVersions',
  'GET /api/administration/brand-versions',
  'settings.manage',
);
export const addLogo = defineRoute('addLogo', 'POST /api/administration/logos', 'settings.manage');
export const readLogo = defineRoute('readLogo', 'GET /api/hospitals/:hospital/logos/:sha256/:size', 'public', {
  file: true,
});
export const readAppIcon = defineRoute('readAppIcon', 'GET /api/hospitals/:hospital/app-icons/:face/:icon', 'public', {
  file: true,
});
