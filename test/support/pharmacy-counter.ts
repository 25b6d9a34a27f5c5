import { openKeyEncryption } from '../../server/src/platform/signing/open-key-encryption.ts';
import { newId } from '../../server/src/platform/ids.ts';
import { createPharmacy, makePharmacyKey, openCounter } from '../../shared/src/dispensing/pharmacies.contract.ts';
import type { Prescription } from '../../shared/src/prescribing/prescribing.contract.ts';
import { TestClient } from './client.ts';
import type { Clinic } from './clinic.ts';
import { Dispensary } from './dispensary.ts';
import type { TestGround } from './test-api.ts';

/** The pharmacies of a clinic, and the code that a patient would show them. */
export class PharmacyCounters {
  readonly #test: TestGround;
  readonly #clinic: Clinic;
  readonly #after: Dispensary;
  #administrator: TestClient | undefined;

  constructor(test: TestGround, clinic: Clinic) {
    this.#test = test;
    this.#clinic = clinic;
    this.#after = new Dispensary(test, clinic);
  }

  async administrator(): Promise<TestClient> {
    return (this.#administrator ??= (await this.#clinic.factory.staff(this.#clinic.hospital, 'administrator')).client);
  }

  /** Creates a pharmacy and signs in with its key. */
  async counter(): Promise<{ id: string; key: string; client: TestClient }> {
    const administrator = await this.administrator();
    const id = newId();
    const name = { en: 'Corner Pharmacy', zh: '街角药店' };
    await administrator.ok(createPharmacy, { body: { id, name, kind: 'outside' } });
    const { key } = await administrator.ok(makePharmacyKey, { params: { pharmacyId: id } });
    return { id, key, client: await this.signedIn(key) };
  }

  async signedIn(key: string): Promise<TestClient> {
    const body = { hospital: this.#clinic.hospital.slug, key };
    const { accessToken } = await new TestClient(this.#test.url).ok(openCounter, { body });
    return new TestClient(this.#test.url, accessToken);
  }

  /** Returns the secret after `#` of the printed code. */
  async secretOf(prescriptionId: string): Promise<string> {
    const keyEncryption = await openKeyEncryption(this.#test.settings);
    const { rows } = await this.#test.database.admin.query<{ sealed: string }>(
      'SELECT secret_sealed AS sealed FROM prescription WHERE id = $1',
      [prescriptionId],
    );
    return Buffer.from(
      await keyEncryption.open(rows[0]?.sealed ?? '', `prescription/${prescriptionId}/code`),
    ).toString();
  }

  /** Returns an approved prescription, of a new patient unless one is given, with the code that a pharmacy scans. */
  async approved(
    of?: Parameters<Clinic['signed']>[0],
    items?: Parameters<Clinic['signed']>[1],
  ): Promise<{ prescription: Prescription; code: { prescriptionId: string; secret: string } }> {
    const prescription = await this.#clinic.signed(
      of ?? (await this.#clinic.factory.patient(this.#clinic.hospital)),
      items,
    );
    await this.#after.approve(prescription.id);
    return { prescription, code: { prescriptionId: prescription.id, secret: await this.secretOf(prescription.id) } };
  }
}

/** A pack in date, as a dispenser enters it. */
export const pack = { batch: '7A', expires: '2099-05' };
/** The dispenser’s name and how they identified the patient. */
export const atTheCounter = { by: '张敏', identityCheck: 'identity-number' } as const;
