import type { LocalizedText } from '@yunzhen/shared/core/locale';
import type { HospitalPage, ListedDoctor } from '@yunzhen/shared/directory/hospital-page.contract';

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

/** A doctor as schema.org Physician of their hospital. */
export function doctorData(
  page: HospitalPage,
  doctor: ListedDoctor,
  localized: (text: LocalizedText) => string,
): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'Physician',
    name: doctor.nameLatin || doctor.name,
    alternateName: doctor.nameLatin ? doctor.name : undefined,
    description: localized(doctor.bio) || undefined,
    url: `${location.origin}/hospitals/${page.slug}/doctors/${doctor.id}`,
    image: doctor.portrait ? `${location.origin}${doctor.portrait}/large` : undefined,
    identifier: doctor.licenceNumber,
    knowsLanguage: doctor.languages,
    medicalSpecialty: page.departments
      .filter(({ id }) => doctor.departmentIds.includes(id))
      .map(({ name }) => localized(name)),
    hospitalAffiliation: {
      '@type': 'Hospital',
      name: localized(page.name),
      url: `${location.origin}/hospitals/${page.slug}`,
      telephone: page.phone ?? undefined,
    },
  };
}
