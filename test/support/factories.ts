import { randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import { newId } from '../../server/src/platform/ids.ts';
import type { AccessTokens } from '../../server/src/platform/tickets/access-token.ts';
import { AccessTokens as Tokens } from '../../server/src/platform/tickets/access-token.ts';
import { isStaff, type Role } from '../../shared/src/core/permission.ts';
import type { TestGround } from './test-api.ts';
import { TestClient } from './client.ts';

export interface TestPerson {
  accountId: string;
  hospitalId: string;
  sessionId: string;
  roles: Role[];
  patientId: string | null;
  practitionerId: string | null;
  client: TestClient;
  accessToken: string;
}

export interface TestHospital {
  id: string;
  slug: string;
  departmentId: string;
}

const text = (en: string, zh = en) => JSON.stringify({ en, zh });

/** Inserts rows as the superuser and creates sessions, so that each test starts from the state it needs. */
export class Factory {
  readonly #test: TestGround;
  readonly #db: Pool;
  readonly #tokens: AccessTokens;

  constructor(test: TestGround) {
    this.#test = test;
    this.#db = test.database.admin;
    this.#tokens = new Tokens(test.settings.ACCESS_TOKEN_SECRET);
  }

  async hospital(jurisdiction = 'CN', timeZone = 'Asia/Shanghai'): Promise<TestHospital> {
    const hospital = { id: newId(), slug: `h-${randomBytes(4).toString('hex')}`, departmentId: newId() };
    await this.#db.query(
      `INSERT INTO hospital (id, slug, name, jurisdiction, time_zone, locale, created_at) VALUES ($1,$2,$3,$4,$5,'zh-CN',now())`,
      [hospital.id, hospital.slug, text('Test Hospital', '测试医院'), jurisdiction, timeZone],
    );
    await this.#db.query(
      `INSERT INTO department (id, hospital_id, code, name, description, position) VALUES ($1,$2,'general',$3,$4,1)`,
      [hospital.departmentId, hospital.id, text('General practice', '全科'), text('')],
    );
    for (const locale of ['en', 'zh-CN']) {
      await this.#db.query(
        `INSERT INTO consent_text (hospital_id, version, locale, title, paragraphs, valid_from)
         VALUES ($1,'2026-1',$2,'Consent','["One."]','2026-01-01')`,
        [hospital.id, locale],
      );
    }
    return hospital;
  }

  async patient(
    hospital: TestHospital,
    name = '李伟',
    birthDate = '1980-05-01',
    verified = true,
  ): Promise<TestPerson & { patientId: string }> {
    const accountId = await this.#account(hospital.id, ['patient'], name);
    const patientId = newId();
    await this.#db.query(
      `INSERT INTO patient (id, hospital_id, account_id, name, name_latin, birth_date, sex, created_at) VALUES ($1,$2,$3,$4,'Li Wei',$5,'male',now())`,
      [patientId, hospital.id, accountId, name, birthDate],
    );
    if (verified) await this.verify(patientId);
    return { ...(await this.#session(hospital.id, accountId, ['patient'], patientId, null)), patientId };
  }

  /** Marks the patient’s identity as verified. */
  async verify(patientId: string): Promise<void> {
    await this.#db.query(
      `UPDATE patient SET identity_document_type = 'resident-id', identity_digest = $2, identity_last4 = '002X',
         identity_provider = 'test', identity_verified_at = now() WHERE id = $1`,
      [patientId, randomBytes(32)],
    );
  }

  async doctor(hospital: TestHospital, name = '王芳'): Promise<TestPerson & { practitionerId: string }> {
    return this.#practitioner(hospital, 'doctor', name);
  }

  /** A doctor who is also head of the hospital’s department. */
  async head(hospital: TestHospital): Promise<TestPerson & { practitionerId: string }> {
    const doctor = await this.doctor(hospital);
    const roles: Role[] = ['doctor', 'department-head'];
    await this.#db.query('UPDATE account SET roles = $2 WHERE id = $1', [doctor.accountId, roles]);
    const session = await this.#session(hospital.id, doctor.accountId, roles, null, doctor.practitionerId);
    return { ...session, practitionerId: doctor.practitionerId };
  }

  async pharmacist(hospital: TestHospital, name = '陈静'): Promise<TestPerson & { practitionerId: string }> {
    return this.#practitioner(hospital, 'pharmacist', name);
  }

  async staff(
    hospital: TestHospital,
    role: 'president' | 'administrator' | 'applicant' | 'receptionist',
  ): Promise<TestPerson> {
    return this.#session(hospital.id, await this.#account(hospital.id, [role], role), [role], null, null);
  }

  async #practitioner(hospital: TestHospital, kind: 'doctor' | 'pharmacist', name: string) {
    const accountId = await this.#account(hospital.id, [kind], name);
    const practitionerId = newId();
    await this.#db.query(
      `INSERT INTO practitioner (id, hospital_id, account_id, kind, name, name_latin, title, bio, languages, licence_number,
         licence_valid_until, years_of_practice, on_duty, on_duty_since)
       VALUES ($1,$2,$3,$4,$5,'Wang Fang',$6,$7,'{zh-CN,en}',$8,'2035-01-01',12,$9,now())`,
      [
        practitionerId,
        hospital.id,
        accountId,
        kind,
        name,
        text('Attending'),
        text(''),
        `L-${practitionerId.slice(-8)}`,
        kind === 'doctor',
      ],
    );
    await this.#db.query(
      'INSERT INTO practitioner_department (hospital_id, practitioner_id, department_id) VALUES ($1,$2,$3)',
      [hospital.id, practitionerId, hospital.departmentId],
    );
    return { ...(await this.#session(hospital.id, accountId, [kind], null, practitionerId)), practitionerId };
  }

  async #account(hospitalId: string, roles: Role[], name: string): Promise<string> {
    const id = newId();
    await this.#db.query(
      `INSERT INTO account (id, hospital_id, email, password_hash, roles, display_name, locale, created_at)
       VALUES ($1,$2,$3,$4,$5,$6,'zh-CN',now())`,
      [id, hospitalId, `${id}@example.test`, testPasswordHash, roles, name],
    );
    return id;
  }

  /** Creates another session of the same person without a second factor. */
  unconfirmedSession(person: TestPerson): Promise<TestPerson> {
    const roles: Role[] = person.roles;
    return this.#session(person.hospitalId, person.accountId, roles, person.patientId, person.practitionerId, false);
  }

  /** Creates a new session for an existing account. */
  sessionOf({
    hospitalId,
    accountId,
    roles,
    patientId,
    practitionerId,
  }: Pick<TestPerson, 'hospitalId' | 'accountId' | 'roles' | 'patientId' | 'practitionerId'>): Promise<TestPerson> {
    return this.#session(hospitalId, accountId, roles, patientId, practitionerId, true);
  }

  /** Creates an account without a patient or a practitioner, such as a guest’s. */
  async account(hospital: Pick<TestHospital, 'id'>, roles: Role[], name: string): Promise<TestPerson> {
    return this.#session(hospital.id, await this.#account(hospital.id, roles, name), roles, null, null);
  }

  /** Returns a client with a new access token of the same session, because tokens expire within minutes and tests move the clock. */
  clientOf(person: TestPerson): TestClient {
    const { accountId, hospitalId, sessionId, roles, patientId, practitionerId } = person;
    const actor = { accountId, hospitalId, sessionId, roles, patientId, practitionerId };
    return new TestClient(this.#test.url, this.#tokens.issue(actor, this.#test.clock.now()).accessToken);
  }

  /** `confirmed`: staff have just given a second factor, so that only tests about it need to. Each session may set up a first one. */
  async #session(
    hospitalId: string,
    accountId: string,
    roles: Role[],
    patientId: string | null,
    practitionerId: string | null,
    confirmed = isStaff(roles),
  ): Promise<TestPerson> {
    const sessionId = newId();
    const confirmedAt = confirmed ? this.#test.clock.now() : null;
    await this.#db.query(
      `INSERT INTO session (id, hospital_id, account_id, created_at, last_seen_at, expires_at, second_factor_at, enrolment_proven_at)
       VALUES ($1,$2,$3,now(),now(),now() + interval '7 days',$4,$5)`,
      [sessionId, hospitalId, accountId, confirmedAt, this.#test.clock.now()],
    );
    const actor = { accountId, hospitalId, sessionId, roles, patientId, practitionerId };
    const { accessToken } = this.#tokens.issue(actor, this.#test.clock.now());
    return { ...actor, accessToken, client: new TestClient(this.#test.url, accessToken) };
  }
}

/** The password of every test account. */
export const testPassword = 'correct horse';
/** At the least cost, so that hundreds of sign-ins cost nothing: a hash says itself what checking it costs. */
const testPasswordHash =
  '$argon2id$v=19$m=8,t=1,p=1$D3sYoO0tNCcroUTa7LKitA$X/eFF9GcvR8T+KqAse0+8DncxtTQzQTGbMErxTOjxWk';
