import { DAY_MS } from '@yunzhen/shared/core/time/duration';
import type { Role } from '@yunzhen/shared/core/permission';
import { localized, type Locale, type LocalizedText } from '@yunzhen/shared/core/locale';
import { inventedResidentNumber } from '@yunzhen/shared/accounts/resident-number';
import { newId } from '../platform/ids.ts';
import type { DemoHospital, DemoPatient, DemoPractitioner } from './demo-plan.ts';
import type { DemoTexts } from './demo-texts.ts';
import { measuredRows, pregnancyRow } from './measured-rows.ts';
import type { Random } from './random.ts';

type Row = Record<string, unknown>;

/** Everything needed to create rows of people. */
export interface PeopleContext {
  hospitalId: string;
  plan: DemoHospital;
  random: Random;
  /** Hash of the demo password, for the accounts of the sign-in page. */
  knownPasswordHash: string;
  /** Hash of an unknown password, for all other accounts. */
  lockedPasswordHash: string;
  departmentIds: ReadonlyMap<string, string>;
  words: DemoTexts;
  /** Returns the columns of a patient row for a resident number. */
  provenIdentity: (number: string, patientId: string) => Promise<Row>;
  now: Date;
}

export class PeopleRows {
  readonly account: Row[] = [];
  readonly practitioner: Row[] = [];
  readonly practitioner_department: Row[] = [];
  readonly staff_application: Row[] = [];
  readonly patient: Row[] = [];
  readonly allergy: Row[] = [];
  readonly condition: Row[] = [];
  readonly medication_statement: Row[] = [];
  readonly pharmacy: Row[] = [];
  readonly pharmacy_dispenser: Row[] = [];
  readonly observation: Row[] = [];
  readonly pregnancy_statement: Row[] = [];
  readonly #context: PeopleContext;

  constructor(context: PeopleContext) {
    this.#context = context;
  }

  /** The rows by table, in an order that allows inserting. */
  get tables(): Record<string, Row[]> {
    const { account, practitioner, practitioner_department, patient, allergy, condition, medication_statement } = this;
    const { observation, pregnancy_statement, pharmacy, pharmacy_dispenser, staff_application } = this;
    return {
      account,
      practitioner,
      practitioner_department,
      staff_application,
      patient,
      allergy,
      condition,
      medication_statement,
      observation,
      pregnancy_statement,
      pharmacy,
      pharmacy_dispenser,
    };
  }

  addStaff(role: Role, person: { name: string; nameLatin: string }): void {
    this.#addAccount(role, person, this.#context.plan.locale, '');
  }

  /** Adds the hospital’s own pharmacy, where the sign-in page’s dispenser works, and an external one. */
  addPharmacies(dispenser: { name: string; nameLatin: string }): void {
    const { hospitalId, plan, now } = this.#context;
    const add = (kind: 'own' | 'outside', name: LocalizedText): string => {
      const id = newId();
      const phone = plan.phone;
      this.pharmacy.push({ id, hospital_id: hospitalId, name, kind, phone, created_at: now });
      return id;
    };
    const own = add('own', { en: `${plan.name.en} Pharmacy`, zh: `${plan.name.zh}药房` });
    add('outside', { en: 'Riverside Pharmacy', zh: '河畔大药房' });
    const accountId = this.#addAccount('dispenser', dispenser, plan.locale, '');
    this.pharmacy_dispenser.push({ account_id: accountId, hospital_id: hospitalId, pharmacy_id: own, added_at: now });
  }

  addPractitioner(kind: 'doctor' | 'pharmacist', person: DemoPractitioner): void {
    const { hospitalId, plan, departmentIds, now } = this.#context;
    const id = newId();
    const mailName = person.nameLatin.toLowerCase().replaceAll(' ', '.');
    this.practitioner.push({
      id,
      hospital_id: hospitalId,
      account_id: this.#addAccount(kind, person, plan.locale, `${mailName}@staff.${plan.mailDomain}`),
      kind,
      name: person.name,
      name_latin: person.nameLatin,
      title: person.title,
      bio: person.bio,
      languages: person.languages,
      licence_number: `${kind === 'doctor' ? 'D' : 'P'}${String(10_000 + this.practitioner.length * 37)}`,
      licence_valid_until: new Date(now.getTime() + 900 * DAY_MS).toISOString().slice(0, 10),
      years_of_practice: person.years,
      on_duty: person.onDuty,
      on_duty_since: person.onDuty ? now : null,
    });
    for (const code of person.departments) {
      this.practitioner_department.push({
        hospital_id: hospitalId,
        practitioner_id: id,
        department_id: departmentIds.get(code),
      });
    }
  }

  /** Adds a doctor whose details wait for confirmation. */
  addApplicant(person: DemoPractitioner): void {
    const { hospitalId, plan, departmentIds, now } = this.#context;
    const mailName = person.nameLatin.toLowerCase().replaceAll(' ', '.');
    const sentAt = new Date(now.getTime() - DAY_MS);
    this.staff_application.push({
      account_id: this.#addAccount('applicant', person, plan.locale, `${mailName}@staff.${plan.mailDomain}`),
      hospital_id: hospitalId,
      roles: ['doctor'],
      draft: {
        title: person.title,
        bio: person.bio,
        languages: person.languages,
        licenceNumber: 'D20771',
        licenceValidUntil: new Date(now.getTime() + 900 * DAY_MS).toISOString().slice(0, 10),
        yearsOfPractice: person.years,
        departmentIds: person.departments.map((code) => departmentIds.get(code)),
      },
      started_at: sentAt,
      submitted_at: sentAt,
    });
  }

  /** Adds a patient with a complete story. */
  async addPatient(person: DemoPatient): Promise<void> {
    const { words } = this.#context;
    const row = await this.#addPatient(person);
    const recorded = this.#recordedBy(row);
    if (person.allergies === 'none') row['no_known_allergies_at'] = recorded.recorded_at;
    else
      for (const { code, ...rest } of person.allergies) {
        this.allergy.push({ id: newId(), ...recorded, ...rest, substance_code: code });
      }
    for (const [productId, dosage] of person.medicines) {
      const text = localized(words.medicine(productId), person.locale);
      this.medication_statement.push({ id: newId(), ...recorded, product_id: productId, text, dosage });
    }
    const { now } = this.#context;
    const stated = pregnancyRow(person, recorded, this.pregnancy_statement.length, now);
    if (stated) this.pregnancy_statement.push(stated);
  }

  /** Adds a patient with only a name and perhaps a condition. */
  async addFurtherPatient(
    person: Pick<DemoPatient, 'name' | 'nameLatin' | 'birthDate' | 'sex' | 'locale' | 'conditions'>,
  ): Promise<void> {
    const row = await this.#addPatient(person);
    row['no_known_allergies_at'] = this.#recordedBy(row).recorded_at;
  }

  async #addPatient(
    person: Pick<DemoPatient, 'name' | 'nameLatin' | 'birthDate' | 'sex' | 'locale' | 'conditions'>,
  ): Promise<Row> {
    const { hospitalId, plan, random, words, now, provenIdentity } = this.#context;
    const index = this.patient.length + 1;
    const mail = `p${String(index).padStart(4, '0')}@patients.${plan.mailDomain}`;
    const row: Row = {
      id: newId(),
      hospital_id: hospitalId,
      account_id: this.#addAccount('patient', person, person.locale, mail),
      name: person.name,
      name_latin: person.nameLatin,
      birth_date: person.birthDate,
      sex: person.sex,
      phone: plan.nextPhone(index),
      no_known_allergies_at: null,
      created_at: new Date(now.getTime() - random.between(60, 400) * DAY_MS),
    };
    // The position in the list distinguishes people with the same birthday.
    const number = inventedResidentNumber(person, index);
    Object.assign(row, await provenIdentity(number, String(row['id'])), { identity_verified_at: row['created_at'] });
    this.patient.push(row);
    const recorded = this.#recordedBy(row);
    this.observation.push(...measuredRows(person, recorded, index, now));
    for (const [code, since] of person.conditions) {
      this.condition.push({ id: newId(), ...recorded, code, title: words.diagnosis(code), since: `${since}-01-01` });
    }
    return row;
  }

  #recordedBy(patient: Row) {
    return {
      hospital_id: this.#context.hospitalId,
      patient_id: patient['id'],
      recorded_by: 'patient',
      recorded_by_account_id: patient['account_id'],
      recorded_at: patient['created_at'],
    };
  }

  #addAccount(role: Role, person: { name: string; nameLatin: string }, locale: Locale, inventedMail: string): string {
    const { hospitalId, plan, knownPasswordHash, lockedPasswordHash, now } = this.#context;
    // People of the sign-in page come first, so that a later invented person with the same name is someone else.
    const offered = plan.signIns.find(
      ({ email, ...signIn }) =>
        professionOf(signIn.role) === role &&
        signIn.name === person.name &&
        this.account.every((row) => row['email'] !== email),
    );
    const id = newId();
    this.account.push({
      id,
      hospital_id: hospitalId,
      email: offered?.email ?? inventedMail,
      password_hash: offered ? knownPasswordHash : lockedPasswordHash,
      roles: offered && offered.role !== role ? [role, offered.role] : [role],
      display_name: person.name,
      display_name_latin: person.nameLatin,
      locale,
      created_at: new Date(now.getTime() - 420 * DAY_MS),
    });
    return id;
  }
}

/** A supervisor reviews as any pharmacist does, a department head sees patients as any doctor. */
function professionOf(role: Role): Role {
  if (role === 'supervisor') return 'pharmacist';
  return role === 'department-head' ? 'doctor' : role;
}
