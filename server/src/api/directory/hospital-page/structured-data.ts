import { localized, nameInOrder, type Locale } from '@yunzhen/shared/core/locale';
import type { HospitalPage, ListedDoctor } from '@yunzhen/shared/directory/hospital-page.contract';

/** The hospital of a public page, at its address. */
export interface ShownHospital {
  page: HospitalPage;
  /** Where its pages are, e.g. `https://example.org`. */
  origin: string;
  locale: Locale;
}

export const hospitalAddress = ({ page, origin }: Pick<ShownHospital, 'page' | 'origin'>): string =>
  `${origin}/hospitals/${page.slug}`;

export const doctorAddress = (hospital: Pick<ShownHospital, 'page' | 'origin'>, { id }: ListedDoctor): string =>
  `${hospitalAddress(hospital)}/doctors/${id}`;

/** Returns the hospital as schema.org Hospital with its departments and physicians. */
export function hospitalData(hospital: ShownHospital): object {
  const { page, locale } = hospital;
  return {
    '@context': 'https://schema.org',
    ...identityOf(hospital),
    address: localized(page.address, locale) || undefined,
    department: page.departments.map(({ name }) => ({ '@type': 'MedicalClinic', name: localized(name, locale) })),
    employee: page.doctors.map((doctor) => ({
      '@type': 'Physician',
      name: nameInOrder(doctor.name, doctor.nameLatin, locale),
      url: doctorAddress(hospital, doctor),
    })),
  };
}

/** Returns a doctor as schema.org Physician of their hospital. */
export function doctorData(hospital: ShownHospital, doctor: ListedDoctor): object {
  const { page, origin, locale } = hospital;
  const name = nameInOrder(doctor.name, doctor.nameLatin, locale);
  const departments = page.departments.filter(({ id }) => doctor.departmentIds.includes(id));
  return {
    '@context': 'https://schema.org',
    '@type': 'Physician',
    name,
    alternateName: [doctor.name, doctor.nameLatin].find((other) => other && other !== name),
    description: localized(doctor.bio, locale) || undefined,
    url: doctorAddress(hospital, doctor),
    image: doctor.portrait ? `${origin}${doctor.portrait}/large` : undefined,
    identifier: doctor.licenceNumber,
    knowsLanguage: doctor.languages,
    medicalSpecialty: departments.map((department) => localized(department.name, locale)),
    hospitalAffiliation: identityOf(hospital),
  };
}

function identityOf(hospital: ShownHospital) {
  const { page, locale } = hospital;
  return {
    '@type': 'Hospital',
    name: localized(page.name, locale),
    url: hospitalAddress(hospital),
    telephone: page.phone ?? undefined,
  };
}
