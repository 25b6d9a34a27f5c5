import { isStaff, type Role } from '@yunzhen/shared/core/permission';
import { localized } from '@yunzhen/shared/core/locale';
import { DAY_MS } from '@yunzhen/shared/core/time/duration';
import { randomBytes } from 'node:crypto';
import type { Client } from 'pg';
import { agreementKinds } from '@yunzhen/shared/accounts/agreements.constants';
import {
  authenticatorContext,
  hashPassword,
  identityContext,
  identityDigest,
  identityKeyContext,
} from '../api/accounts/index.ts';
import { standardVersion } from '../api/administration/index.ts';
import { newId } from '../platform/ids.ts';
import { sealPrivateKey, type KeyEncryption } from '../platform/signing/key-encryption.ts';
import { administrationRows } from './administration-rows.ts';
import { insertRows } from './bulk-insert.ts';
import { consentTexts, consentValidFrom, consentVersion } from './consent-text.ts';
import { issueCredentials } from './credentials.ts';
import type { DemoHospital } from './demo-plan.ts';
import type { DemoTexts } from './demo-texts.ts';
import { inventName } from './names.ts';
import { PeopleRows } from './people-rows.ts';
import { portraitRows } from './portraits/portrait-rows.ts';
import { createRandom } from './random.ts';

type Row = Record<string, unknown>;

/** Roles of people who are neither practitioners nor at a pharmacy. */
const officeRoles: readonly Role[] = ['president', 'administrator', 'receptionist'];

/** The password of every account that the sign-in page offers in demo mode, which cannot be enabled in production. */
export const demoPassword = 'yunzhen-demo';

/** Target wait: the president’s page shows the share of visits within it. */
const targetWaitSeconds = 600;

/** Creates a demo hospital: departments, people, certificates, consent texts. Returns its id; its tenant is set on the connection. */
export async function foundHospital(
  db: Client,
  plan: DemoHospital,
  options: { keys: KeyEncryption; words: DemoTexts; now: Date },
): Promise<string> {
  const { keys, now } = options;
  const identityKey = randomBytes(32);
  const hospitalId = newId();
  await db.query(`SELECT set_config('app.hospital_id', $1, true)`, [hospitalId]);
  const departments = departmentRows(hospitalId, plan);
  const departmentIds = new Map(departments.map(({ code, id }) => [code, id]));
  const people = await demoPeople(plan, { hospitalId, departmentIds, identityKey, ...options });
  await insertRows(db, {
    hospital: [
      {
        id: hospitalId,
        slug: plan.slug,
        name: plan.name,
        jurisdiction: plan.jurisdiction,
        time_zone: plan.timeZone,
        locale: plan.locale,
        settings: {
          targetWaitSeconds,
          phone: plan.phone,
          publicDetails: plan.publicDetails,
          endToEndEncryptedCalls: false,
          noteForm: plan.noteForm,
        },
        demo_accounts: plan.signIns.map((signIn) => ({ ...signIn, password: demoPassword })),
        created_at: now,
      },
    ],
    identity_key: [
      {
        id: newId(),
        hospital_id: hospitalId,
        key_sealed: await keys.seal(identityKey, identityKeyContext(hospitalId)),
        created_at: now,
      },
    ],
    department: departments,
    ...people.tables,
    second_factor: await demoAuthenticators(hospitalId, people, keys, now),
    signing_credential: await demoCredentials(hospitalId, plan, people, keys, now),
    consent_text: consentTextRows(hospitalId),
    practitioner_portrait: await portraitRows(people.practitioner, now),
    account_agreement: agreementRows(hospitalId, people.account, now),
    ...administrationRows(plan, {
      hospitalId,
      departmentIds,
      now,
      administratorId: people.account.find(({ roles }) => String(roles).includes('administrator'))?.['id'],
    }),
  });
  return hospitalId;
}

const consentTextRows = (hospitalId: string): Row[] =>
  Object.entries(consentTexts).map(([locale, { title, paragraphs }]) => ({
    hospital_id: hospitalId,
    version: consentVersion,
    locale,
    title,
    paragraphs,
    valid_from: consentValidFrom,
  }));

/** Every patient of the demo has agreed to the standard texts. */
function agreementRows(hospitalId: string, accounts: readonly Row[], now: Date): Row[] {
  const patients = accounts.filter(({ roles }) => String(roles).includes('patient'));
  return patients.flatMap(({ id, locale }) =>
    agreementKinds.map((kind) => ({
      id: newId(),
      hospital_id: hospitalId,
      account_id: id,
      kind,
      text_version: standardVersion,
      text_locale: locale,
      agreed_at: now,
    })),
  );
}

function departmentRows(hospitalId: string, plan: DemoHospital) {
  return plan.departments.map(({ code, name, description }, position) => ({
    id: newId(),
    hospital_id: hospitalId,
    code,
    name,
    description,
    position,
  }));
}

interface PeopleOptions {
  hospitalId: string;
  departmentIds: ReadonlyMap<string, string>;
  identityKey: Buffer;
  keys: KeyEncryption;
  words: DemoTexts;
  now: Date;
}

/** Creates staff, pharmacies and patients of the plan, and further invented patients. */
async function demoPeople(plan: DemoHospital, options: PeopleOptions): Promise<PeopleRows> {
  const { hospitalId, departmentIds, identityKey, keys, words, now } = options;
  const random = createRandom(`${plan.slug} people`);
  const people = new PeopleRows({
    hospitalId,
    plan,
    random,
    knownPasswordHash: await hashPassword(demoPassword, null),
    lockedPasswordHash: await hashPassword(newId() + newId(), null),
    departmentIds,
    words,
    provenIdentity: async (number, patientId) => ({
      identity_document_type: 'resident-id',
      identity_number_sealed: await keys.seal(Buffer.from(number), identityContext(patientId)),
      identity_digest: `\\x${identityDigest(identityKey, 'resident-id', number).toString('hex')}`,
      identity_last4: number.slice(-4),
      identity_provider: 'demo',
    }),
    now,
  });
  for (const person of plan.signIns) {
    if (officeRoles.some((role) => role === person.role)) people.addStaff(person.role, person);
  }
  for (const person of plan.signIns) if (person.role === 'dispenser') people.addPharmacies(person);
  for (const person of plan.doctors) people.addPractitioner('doctor', person);
  for (const person of plan.pharmacists) people.addPractitioner('pharmacist', person);
  people.addApplicant(plan.applicant);
  for (const person of plan.patients) await people.addPatient(person);
  for (let i = 0; i < plan.furtherPatients; i++) await people.addFurtherPatient(inventPatient(plan, random, now));
  return people;
}

/** Creates the hospital's certificate authority, and a certificate for each practitioner. */
function demoCredentials(
  hospitalId: string,
  plan: DemoHospital,
  people: PeopleRows,
  keys: KeyEncryption,
  now: Date,
): ReturnType<typeof issueCredentials> {
  const organization = localized(plan.name, plan.locale);
  const signers = people.practitioner.map((row) => ({
    practitionerId: String(row['id']),
    subject: {
      commonName: String(row['name']),
      organization,
      country: plan.country,
      serialNumber: String(row['licence_number']),
    },
  }));
  const authority = { commonName: `${plan.name.en} CA`, organization, country: plan.country };
  return issueCredentials(hospitalId, authority, signers, keys, now);
}

/** Invents a patient for whom a reason of some department fits, so that every department has patients. */
function inventPatient(plan: DemoHospital, random: ReturnType<typeof createRandom>, now: Date) {
  const department = random.pick(plan.departments.flatMap((entry) => Array<typeof entry>(entry.weight).fill(entry)));
  const reason = random.pick(department.cases);
  const sex = reason.sex === 'female' || reason.sex === 'male' ? reason.sex : random.pick(['female', 'male'] as const);
  const [from, to] = reason.ages;
  // One year inside the limits, so that the age still fits some months from now.
  const age = random.between(from + 1, to - 1);
  const birth = new Date(now.getTime() - (age + random.next()) * 365.25 * DAY_MS);
  const since = now.getUTCFullYear() - random.between(1, Math.max(1, Math.min(12, age - 5)));
  return {
    ...inventName(random, sex, plan.locale),
    birthDate: birth.toISOString().slice(0, 10),
    sex,
    locale: plan.locale,
    conditions: reason.course === 'chronic' ? ([[reason.code, since]] as const) : [],
  };
}

/** Creates an authenticator for each staff member of the sign-in page; in demo mode the page shows its code. */
async function demoAuthenticators(
  hospitalId: string,
  people: PeopleRows,
  keys: KeyEncryption,
  now: Date,
): Promise<Record<string, unknown>[]> {
  return Promise.all(
    people.account
      .filter(({ roles }) => isStaff(roles as Role[]))
      .map(async (account) => {
        const id = newId();
        return {
          id,
          hospital_id: hospitalId,
          account_id: account['id'],
          kind: 'totp',
          name: 'Demo',
          secret_sealed: await sealPrivateKey(keys, randomBytes(20), authenticatorContext(id)),
          demo: true,
          created_at: now,
          confirmed_at: now,
        };
      }),
  );
}
