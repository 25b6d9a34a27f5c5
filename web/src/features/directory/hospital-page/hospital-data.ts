import type { LocalizedText } from '@yunzhen/shared/core/locale';
import type { HospitalPage } from '@yunzhen/shared/directory/hospital-page.contract';

/** Returns the hospital as schema.org Hospital with its departments and physicians. */
export function hospitalData(page: HospitalPage, localized: (text: LocalizedText) => string): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'Hospital',
    name: localized(page.name),
    url: `${location.origin}/hospitals/${page.slug}`,
    telephone: page.phone ?? undefined,
    address: localized(page.address) || undefined,
    department: page.departments.map(({ name }) => ({ '@type': 'MedicalClinic', name: localized(name) })),
    employee: page.doctors.map((doctor) => ({
      '@type': 'Physician',
      name: doctor.nameLatin || doctor.name,
      url: `${location.origin}/hospitals/${page.slug}/doctors/${doctor.id}`,
      image: doctor.portrait ? `${location.origin}${doctor.portrait}/large` : undefined,
    })),
  };
}
