import type { Tx } from '../../../platform/db/transaction.ts';
import { newId } from '../../../platform/ids.ts';

export interface SignatureRow {
  role: 'doctor' | 'pharmacist';
  practitionerId: string;
  jws: string;
  certificatePem: string;
  signedAt: Date;
}

export interface DocumentRow {
  bytes: Buffer;
  sha256: Buffer;
}

export class SignatureRepository {
  async add(tx: Tx, prescriptionId: string, signature: SignatureRow): Promise<void> {
    await tx.query(
      `INSERT INTO prescription_signature (id, hospital_id, prescription_id, role, practitioner_id, jws, certificate_pem, signed_at)
       VALUES ($1,$2,$3,$4,$5,$6,$7,$8)`,
      [
        newId(),
        tx.hospitalId,
        prescriptionId,
        signature.role,
        signature.practitionerId,
        signature.jws,
        signature.certificatePem,
        signature.signedAt,
      ],
    );
  }

  async of(tx: Tx, prescriptionId: string): Promise<{ doctor: SignatureRow | null; pharmacist: SignatureRow | null }> {
    const rows = await tx.query<{
      role: string;
      practitioner_id: string;
      jws: string;
      certificate_pem: string;
      signed_at: Date;
    }>(
      'SELECT role, practitioner_id, jws, certificate_pem, signed_at FROM prescription_signature WHERE prescription_id = $1',
      [prescriptionId],
    );
    const pick = (role: 'doctor' | 'pharmacist'): SignatureRow | null => {
      const row = rows.find((entry) => entry.role === role);
      return row
        ? {
            role,
            practitionerId: row.practitioner_id,
            jws: row.jws,
            certificatePem: row.certificate_pem,
            signedAt: row.signed_at,
          }
        : null;
    };
    return { doctor: pick('doctor'), pharmacist: pick('pharmacist') };
  }

  /** Keeps the sealed PDF; a second sealing of the same one changes nothing. */
  async keepDocument(tx: Tx, prescriptionId: string, locale: string, document: DocumentRow): Promise<void> {
    await tx.query(
      `INSERT INTO prescription_document (prescription_id, locale, hospital_id, bytes, sha256, sealed_at) VALUES ($1,$2,$3,$4,$5,$6)
       ON CONFLICT DO NOTHING`,
      [prescriptionId, locale, tx.hospitalId, document.bytes, document.sha256, tx.now],
    );
  }

  async document(tx: Tx, prescriptionId: string, locale: string): Promise<Buffer | null> {
    const [row] = await tx.query<{ bytes: Buffer }>(
      'SELECT bytes FROM prescription_document WHERE prescription_id = $1 AND locale = $2',
      [prescriptionId, locale],
    );
    return row?.bytes ?? null;
  }

  /** The prescription that a PDF with this digest was sealed for. */
  async prescriptionOfDocument(tx: Tx, sha256: Buffer): Promise<string | null> {
    const [row] = await tx.query<{ prescription_id: string }>(
      'SELECT prescription_id FROM prescription_document WHERE sha256 = $1',
      [sha256],
    );
    return row?.prescription_id ?? null;
  }
}
