import { newId } from '../../server/src/platform/ids.ts';
import { readOwnApplication, submitApplication } from '../../shared/src/directory/applications.contract.ts';
import {
  inviteStaff,
  acceptStaffInvitation,
  confirmApplication,
  readStaffMember,
  type PractitionerDetails,
  type PractitionerDraft,
} from '../../shared/src/directory/staff.contract.ts';
import type { StaffRole } from '../../shared/src/directory/staff.ts';
import { TestClient } from './client.ts';
import { completed } from './staff-sign-in.ts';
import { CredentialFactory } from './credentials.ts';
import { Factory, type TestHospital, type TestPerson } from './factories.ts';
import type { TestApi } from './test-api.ts';

/** A hospital with a certificate authority and an administrator who has given a second factor. */
export class Office {
  readonly test: TestApi;
  readonly factory: Factory;
  readonly hospital: TestHospital;
  readonly administrator: TestPerson;

  private constructor(test: TestApi, factory: Factory, hospital: TestHospital, administrator: TestPerson) {
    this.test = test;
    this.factory = factory;
    this.hospital = hospital;
    this.administrator = administrator;
  }

  static async open(test: TestApi): Promise<Office> {
    const factory = new Factory(test);
    const hospital = await factory.hospital();
    await new CredentialFactory(test).authority(hospital.id);
    const office = new Office(test, factory, hospital, await factory.staff(hospital, 'administrator'));
    await office.confirm(office.administrator);
    return office;
  }

  /** Marks the session as having just given a second factor. */
  async confirm({ sessionId }: TestPerson): Promise<void> {
    await this.test.database.admin.query('UPDATE session SET second_factor_at = $2 WHERE id = $1', [
      sessionId,
      this.test.clock.now(),
    ]);
  }

  practitioner(over: Partial<PractitionerDetails> = {}): PractitionerDetails {
    return {
      title: { en: 'Attending', zh: '主治医师' },
      bio: { en: '', zh: '' },
      languages: ['zh-CN'],
      licenceNumber: `D-${newId().slice(-8)}`,
      licenceValidUntil: '2035-01-01',
      yearsOfPractice: 6,
      departmentIds: [this.hospital.departmentId],
      ...over,
    };
  }

  invitation(roles: StaffRole[], practitioner: PractitionerDraft | null = null) {
    const id = newId();
    return { id, email: `${id}@staff.test`, name: '赵新', locale: 'zh-CN' as const, roles, practitioner };
  }

  /** Invites a person and returns the parts of the link. */
  async invite(roles: StaffRole[], practitioner: PractitionerDraft | null = null) {
    const body = this.invitation(roles, practitioner);
    const { secret } = await this.administrator.client.ok(inviteStaff, { body });
    return { email: body.email, link: { hospital: this.hospital.slug, invitationId: body.id, secret } };
  }

  /** Accepts a practitioner’s invitation and sends these details; returns the applicant’s client and account. */
  async apply(link: { hospital: string; invitationId: string; secret: string }, details: PractitionerDetails) {
    const { client, grant } = await completed(this.test.url, await this.accept(link), this.test.clock.now());
    const { version } = await client.ok(readOwnApplication);
    await client.ok(submitApplication, { version, body: details });
    return { client, accountId: grant.account.id };
  }

  /** Confirms what an applicant sent. */
  async confirmDetails(accountId: string, body: PractitionerDetails) {
    const { client } = this.administrator;
    const { version } = await client.ok(readStaffMember, { params: { accountId } });
    return client.ok(confirmApplication, { params: { accountId }, version, body });
  }

  /** Invites a practitioner, who accepts and is confirmed. Returns how they sign in. */
  async join(roles: StaffRole[], details = this.practitioner()) {
    const { email, link } = await this.invite(roles);
    const { accountId } = await this.apply(link, details);
    return { email, accountId, member: await this.confirmDetails(accountId, details) };
  }

  accept(link: { hospital: string; invitationId: string; secret: string }, password = 'river stone lantern') {
    const body = { ...link, name: '赵新', nameLatin: 'Zhao Xin', password, locale: 'zh-CN' as const };
    return new TestClient(this.test.url).call(acceptStaffInvitation, { body });
  }
}
