import type { TestClient } from './client.ts';
import type { Clinic } from './clinic.ts';
import type { TestGround } from './test-api.ts';
import { expect } from 'vitest';
import { checklistMatches } from '../../shared/src/review/review-checklist.ts';
import { approveReview, startReview } from '../../shared/src/review/review.contract.ts';

/** The complete checklist: four checks and ten matches. */
export const ticked = { checklist: [...checklistMatches] };

/** The steps after a prescription’s signature, as the pages perform them. */
export class Dispensary {
  readonly #test: TestGround;
  readonly #clinic: Clinic;
  constructor(test: TestGround, clinic: Clinic) {
    this.#test = test;
    this.#clinic = clinic;
  }

  async reviewOf(prescriptionId: string): Promise<string> {
    const { rows } = await this.#test.database.admin.query<{ id: string }>(
      'SELECT id FROM review WHERE prescription_id = $1',
      [prescriptionId],
    );
    return rows[0]?.id ?? '';
  }

  async approve(prescriptionId: string): Promise<void> {
    const params = { reviewId: await this.reviewOf(prescriptionId) };
    await this.#clinic.pharmacist.client.ok(startReview, { params });
    await this.#clinic.pharmacist.client.ok(approveReview, { params, body: ticked });
  }

  /** Returns the sealed PDF once the job has created it. */
  async pdf(client: TestClient, prescriptionId: string): Promise<Buffer> {
    const path = `/api/prescriptions/${prescriptionId}/document?locale=en`;
    await expect.poll(async () => (await client.raw('GET', path)).status).toBe(200);
    return Buffer.from(await (await client.raw('GET', path)).arrayBuffer());
  }

  /** Uploads a file to the public verification without signing in. */
  upload(bytes: Buffer | string, type: string, hospital = this.#clinic.hospital.slug): Promise<Response> {
    return fetch(`${this.#test.url}/api/hospitals/${hospital}/document-verifications`, {
      method: 'POST',
      headers: { 'content-type': type },
      body: new Uint8Array(Buffer.from(bytes)),
    });
  }

  async denials(code: string): Promise<number> {
    const { rows } = await this.#test.database.admin.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM audit_event WHERE action = 'access.denied' AND code = $1`,
      [code],
    );
    return rows[0]?.n ?? 0;
  }
}
