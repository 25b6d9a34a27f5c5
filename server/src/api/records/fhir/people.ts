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

/** R4 Organization: the hospital itself. The name in the other language is its alias. */
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

/** R4 Organization: a pharmacy that handed something out. */
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
 * R4 Patient. `sex` is AdministrativeGender word for word. The number of the identity document is not in it: it is kept sealed, and whoever
 * holds the document does not need it from here.
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

/** The legal name, and the same in Latin letters where there is one. */
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
 * R4 RelatedPerson: who acts, or acted, for the patient. Parent and guardian are RoleCode PRN and GUARD of HL7 v3; RoleCode has no carer
 * that is no relative, RoleClass has (CAREGIVER).
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

/** R4 Practitioner and PractitionerRole: everybody whom the record names, with licence, title and departments as of now. */
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
