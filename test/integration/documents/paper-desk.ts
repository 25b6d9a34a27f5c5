import { expect } from 'vitest';
import {
  createDocument,
  saveDocument,
  signDocument,
  type ClinicalDocument,
  type DocumentContent,
} from '../../../shared/src/documents/documents.contract.ts';
import type { SickNoteContent } from '../../../shared/src/documents/documents.schemas.ts';
import type { DocumentKind } from '../../../shared/src/documents/clinical-document.ts';
import { openKeyEncryption } from '../../../server/src/platform/signing/open-key-encryption.ts';
import type { TestClient } from '../../support/client.ts';
import type { Clinic } from '../../support/clinic.ts';
import type { TestGround } from '../../support/test-api.ts';

/** Returns a sick note for three days off work. */
export const sickDays = (over: Partial<SickNoteContent> = {}): SickNoteContent => ({
  kind: 'sick-note',
  purpose: 'work',
  from: '2026-11-24',
  to: '2026-11-26',
  patientAgreesToDiagnosis: false,
  remark: '',
  ...over,
});

/** Creates documents as the doctor’s pages do and reads their PDFs. */
export class PaperDesk {
  readonly #test: TestGround;
  readonly #clinic: Clinic;
  constructor(test: TestGround, clinic: Clinic) {
    this.#test = test;
    this.#clinic = clinic;
  }

  begin(visitId: string, kind: DocumentKind): Promise<ClinicalDocument> {
    return this.#clinic.doctor.client.ok(createDocument, { params: { visitId }, body: { kind } });
  }

  async signedSickNote(visitId: string): Promise<{ id: string; number: string; secret: string }> {
    const draft = await this.begin(visitId, 'sick-note');
    const params = { documentId: draft.id };
    const { client } = this.#clinic.doctor;
    const saved = await client.ok(saveDocument, { params, version: draft.version, body: sickDays() });
    await client.ok(signDocument, { params, version: saved.version });
    return { id: draft.id, number: draft.number, secret: await this.secretOf(draft.id) };
  }

  async signedSummary(visitId: string): Promise<string> {
    const draft = await this.begin(visitId, 'after-visit-summary');
    const params = { documentId: draft.id };
    const { client } = this.#clinic.doctor;
    const body: DocumentContent = {
      kind: 'after-visit-summary',
      diagnoses: 'Tonsillitis',
      advice: 'Rest',
      watchFor: 'Trouble breathing',
      comeBack: 'In a week',
    };
    const saved = await client.ok(saveDocument, { params, version: draft.version, body });
    await client.ok(signDocument, { params, version: saved.version });
    return draft.id;
  }

  /** Returns the secret in the printed code, the part after `#`. */
  async secretOf(id: string): Promise<string> {
    const { rows } = await this.#test.database.admin.query<{ sealed: string }>(
      'SELECT secret_sealed AS sealed FROM clinical_document WHERE id = $1',
      [id],
    );
    const keyEncryption = await openKeyEncryption(this.#test.settings);
    return Buffer.from(await keyEncryption.open(rows[0]?.sealed ?? '', `document/${id}/code`)).toString();
  }

  async payloadOf(id: string): Promise<Record<string, unknown>> {
    const { rows } = await this.#test.database.admin.query<{ payload: string }>(
      'SELECT signed_payload AS payload FROM clinical_document WHERE id = $1',
      [id],
    );
    return JSON.parse(rows[0]?.payload ?? '{}') as Record<string, unknown>;
  }

  /** Returns the sealed PDF once the job created it. */
  async pdf(client: TestClient, id: string, query = 'locale=en&paper=A4'): Promise<Buffer> {
    const path = `/api/documents/${id}/file?${query}`;
    await expect.poll(async () => (await client.raw('GET', path)).status, { timeout: 30_000 }).toBe(200);
    return Buffer.from(await (await client.raw('GET', path)).arrayBuffer());
  }

  /** Uploads a file to the public check without signing in. */
  async check(
    bytes: Buffer | string,
    type = 'application/pdf',
    route = 'clinical-document-verifications',
  ): Promise<unknown> {
    const { slug } = this.#clinic.hospital;
    const answer = await fetch(`${this.#test.url}/api/hospitals/${slug}/${route}`, {
      method: 'POST',
      headers: { 'content-type': type },
      body: new Uint8Array(Buffer.from(bytes)),
    });
    return answer.json();
  }
}
