import { defineRoute } from '../core/route.ts';
import type { brandSchemas } from './brand.schemas.ts';

export type { LogoSize, AppIcon } from './brand.constants.ts';

export type { Brand, BrandVersion } from './brand.schemas.ts';

export const readBrand = defineRoute<typeof brandSchemas, 'readBrand'>({
  name: 'readBrand',
  method: 'GET',
  path: '/api/administration/brand',
  permission: 'settings.manage',
});

export const publishBrand = defineRoute<typeof brandSchemas, 'publishBrand'>({
  name: 'publishBrand',
  method: 'PUT',
  path: '/api/administration/brand',
  permission: 'settings.manage',
  confirmation: 'recent',
  ifMatch: true,
});

export const listBrandVersions = defineRoute<typeof brandSchemas, 'listBrandVersions'>({
  name: 'listBrandVersions',
  method: 'GET',
  path: '/api/administration/brand-versions',
  permission: 'settings.manage',
});

export const addLogo = defineRoute<typeof brandSchemas, 'addLogo'>({
  name: 'addLogo',
  method: 'POST',
  path: '/api/administration/logos',
  permission: 'settings.manage',
});

export const readLogo = defineRoute<typeof brandSchemas, 'readLogo'>({
  name: 'readLogo',
  method: 'GET',
  path: '/api/hospitals/:hospital/logos/:sha256/:size',
  permission: 'public',
  file: true,
});

export const readAppIcon = defineRoute<typeof brandSchemas, 'readAppIcon'>({
  name: 'readAppIcon',
  method: 'GET',
  path: '/api/hospitals/:hospital/app-icons/:face/:icon',
  permission: 'public',
  file: true,
});
