import type { Organization, Patient, Practitioner, PractitionerRole, RelatedPerson } from '@medplum/fhirtypes';
import type { guardianRelations } from '@yunzhen/shared/accounts/guardianship';
import { type LocalizedText, everyLanguage } from '@yunzhen/shared/core/locale';
import type { Sex } from '@yunzhen/shared/core/patient';
import { coding, compact, concept, identifier, iso, refer, systems, type Words } from './fhir-values.ts';

type GuardianRelation = (typeof guardianRelations)[number];

export interface HospitalRow {
  id: string;
  slug: string;
  name: LocalizedText;
  phone: string | null;
}

/** Returns an R4 Organization for the hospital; the name in the other language is its alias. */
export function organizationOf(row: HospitalRow, words: Words): Organization {
  const name = words.text(row.name);
  const alias = everyLanguage(row.name).filter((other) => other !== name);
  return compact<Organization>({
    resourceType: 'Organization',
    id: row.id,
    identifier: [identifier('hospital', row.slug)],
    active: true,
    type: [
      concept('', coding('http://terminology.hl7.org/CodeSystem/organization-type', 'prov', 'Healthcare Provider')),
    ],
    name,
    alias,
    telecom: row.phone === null ? [] : [{ system: 'phone', value: row.phone }],
  });
}

export interface PharmacyRow {
  id: string;
  name: LocalizedText;
  phone: string;
}

/** Returns an R4 Organization for a pharmacy that dispensed, or that the patient sent a prescription to. */
export function pharmacyOf(row: PharmacyRow, words: Words): Organization {
  return compact<Organization>({
    resourceType: 'Organization',
    id: row.id,
    name: words.text(row.name),
    telecom: row.phone === '' ? [] : [{ system: 'phone', value: row.phone }],
  });
}

export interface PatientRow {
  id: string;
  name: string;
  nameLatin: string;
  birthDate: string;
  sex: Sex;
  phone: string | null;
  email: string | null;
  language: string | null;
  hospitalId: string;
}

/**
 * Returns an R4 Patient; `sex` maps one to one to AdministrativeGender. It omits the number of the identity document, which is stored encrypted and
 * which its holder already knows.
 */
export function patientOf(row: PatientRow): Patient {
  const contacts = [
    ...(row.phone === null ? [] : [{ system: 'phone' as const, value: row.phone }]),
    ...(row.email === null ? [] : [{ system: 'email' as const, value: row.email }]),
  ];
  return compact<Patient>({
    resourceType: 'Patient',
    id: row.id,
    active: true,
    name: namesOf(row),
    telecom: contacts,
    gender: row.sex,
    birthDate: row.birthDate,
    communication:
      row.language === null ? [] : [{ language: concept('', coding(systems.bcp47, row.language)), preferred: true }],
    managingOrganization: refer('Organization', row.hospitalId),
  });
}

/** Returns the legal name, and its Latin spelling when there is one. */
const namesOf = ({ name, nameLatin }: { name: string; nameLatin: string }) => [
  { use: 'official' as const, text: name },
  ...(nameLatin === '' ? [] : [{ use: 'usual' as const, text: nameLatin }]),
];

export interface RelatedPersonRow {
  id: string;
  patientId: string;
  name: string;
  nameLatin: string;
  relation: GuardianRelation;
  state: 'active' | 'ended';
  from: Date | null;
  endedAt: Date | null;
}

/**
 * Returns an R4 RelatedPerson for a current or former guardian. Parent and guardian are PRN and GUARD of HL7 v3 RoleCode; a carer who is no relative
 * is CAREGIVER of RoleClass, because RoleCode has none.
 */
export function relatedPersonOf(row: RelatedPersonRow, words: Words): RelatedPerson {
  const relation = {
    parent: coding('http://terminology.hl7.org/CodeSystem/v3-RoleCode', 'PRN', 'parent'),
    guardian: coding('http://terminology.hl7.org/CodeSystem/v3-RoleCode', 'GUARD', 'guardian'),
    carer: coding('http://terminology.hl7.org/CodeSystem/v3-RoleClass', 'CAREGIVER', 'caregiver'),
  }[row.relation];
  const name = words.text(relationNames[row.relation]);
  return compact<RelatedPerson>({
    resourceType: 'RelatedPerson',
    id: row.id,
    active: row.state === 'active',
    patient: refer('Patient', row.patientId),
    relationship: [concept(name, relation)],
    name: namesOf(row),
    period: compact({ start: row.from && iso(row.from), end: row.endedAt && iso(row.endedAt) }),
  });
}

const relationNames: Record<GuardianRelation, LocalizedText> = {
  parent: { en: 'Parent', zh: '父母' },
  guardian: { en: 'Legal guardian', zh: '法定监护人' },
  carer: { en: 'Carer', zh: '照护人' },
};

export interface PractitionerRow {
  id: string;
  hospitalId: string;
  kind: 'doctor' | 'pharmacist';
  name: string;
  nameLatin: string;
  title: LocalizedText;
  licence: string;
  languages: string[];
  departments: LocalizedText[];
}

/** Returns an R4 Practitioner and PractitionerRole for each person that the record names, with current licence, title and departments. */
export function practitionerOf(row: PractitionerRow, words: Words): [Practitioner, PractitionerRole] {
  const licence = identifier('licence', row.licence);
  const kind = row.kind === 'doctor' ? ['doctor', 'Doctor'] : ['pharmacist', 'Pharmacist'];
  return [
    compact<Practitioner>({
      resourceType: 'Practitioner',
      id: row.id,
      identifier: [licence],
      name: namesOf(row),
      communication: row.languages.map((language) => concept('', coding(systems.bcp47, language))),
      qualification: [{ identifier: [licence], code: concept(words.text(row.title) || kind[1] || '') }],
    }),
    compact<PractitionerRole>({
      resourceType: 'PractitionerRole',
      id: `${row.id}-role`,
      practitioner: refer('Practitioner', row.id),
      organization: refer('Organization', row.hospitalId),
      code: [concept('', coding('http://terminology.hl7.org/CodeSystem/practitioner-role', kind[0] ?? '', kind[1]))],
      specialty: row.departments.map((department) => concept(words.text(department))),
    }),
  ];
}
