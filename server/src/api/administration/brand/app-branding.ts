import { localized } from '@yunzhen/shared/core/locale';
import type { AppBranding } from '../../../platform/http/static-app.ts';
import { labelOfHost } from '../../../platform/http/own-address.ts';
import { appIconDigest } from './hospital-brand.ts';
import type { HospitalsService } from '../hospital/hospitals.service.ts';

/** Returns the branding of the app installed from a hospital’s own address. */
export const appBrandingAt =
  (publicUrl: string, hospitals: Pick<HospitalsService, 'bySlug'>): AppBranding =>
  async (host, locale) => {
    const slug = labelOfHost(host, publicUrl);
    const hospital = slug === null ? null : await hospitals.bySlug(slug, 'app manifest');
    if (!hospital) return null;
    const icons = appIconDigest(hospital.brand);
    return {
      name: localized(hospital.name, locale),
      colour: hospital.brand.palette?.light ?? null,
      icons: icons && `/api/hospitals/${hospital.slug}/app-icons/${icons}`,
    };
  };
