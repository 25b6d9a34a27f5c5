import type { Tx } from '../../../platform/db/transaction.ts';
import type { Addendum } from './note-json.ts';
import type { KeptSignature } from './note-signing.ts';

/** A name as it is shown: in its own script and in Latin letters. */
export interface AuthorName {
  name: string;
  nameLatin: string;
}

/** The signature of a note, and what was added after it. Rows are only ever inserted. */
export class NoteSignaturesRepository {
  async keep(tx: Tx, visitId: string, practitionerId: string, signature: KeptSignature): Promise<void> {
    await tx.query(
      `INSERT INTO note_signature (visit_id, hospital_id, practitioner_id, jws, certificate_pem, signed_at)
       VALUES ($1,$2,$3,$4,$5,$6)`,
      [visitId, tx.hospitalId, practitionerId, signature.jws, signature.certificatePem, signature.signedAt],
    );
  }

  async of(tx: Tx, visitId: string): Promise<(KeptSignature & { author: AuthorName }) | null> {
    const [row] = await tx.query<{
      jws: string;
      certificate_pem: string;
      signed_at: Date;
      name: string;
      name_latin: string;
    }>(
      `SELECT s.jws, s.certificate_pem, s.signed_at, p.name, p.name_latin
       FROM note_signature s JOIN practitioner p ON p.id = s.practitioner_id WHERE s.visit_id = $1`,
      [visitId],
    );
    return row
      ? {
          jws: row.jws,
          certificatePem: row.certificate_pem,
          signedAt: row.signed_at,
          author: { name: row.name, nameLatin: row.name_latin },
        }
      : null;
  }

  async addAddendum(tx: Tx, visitId: string, addendum: Addendum, signature: KeptSignature): Promise<void> {
    await tx.query(
      `INSERT INTO note_addendum (id, hospital_id, visit_id, number, text, practitioner_id, jws, certificate_pem, at)
       VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9)`,
      [
        addendum.id,
        tx.hospitalId,
        visitId,
        addendum.number,
        addendum.text,
        addendum.authorId,
        signature.jws,
        signature.certificatePem,
        addendum.at,
      ],
    );
  }

  /** In the order in which they were added. */
  async addenda(tx: Tx, visitId: string): Promise<(Addendum & KeptSignature & { author: AuthorName })[]> {
    const rows = await tx.query<{
      id: string;
      number: number;
      text: string;
      practitioner_id: string;
      jws: string;
      certificate_pem: string;
      at: Date;
      name: string;
      name_latin: string;
    }>(
      `SELECT a.id, a.number, a.text, a.practitioner_id, a.jws, a.certificate_pem, a.at, p.name, p.name_latin
       FROM note_addendum a JOIN practitioner p ON p.id = a.practitioner_id WHERE a.visit_id = $1 ORDER BY a.number`,
      [visitId],
    );
    return rows.map((row) => ({
      id: row.id,
      number: row.number,
      text: row.text,
      authorId: row.practitioner_id,
      at: row.at,
      signedAt: row.at,
      jws: row.jws,
      certificatePem: row.certificate_pem,
      author: { name: row.name, nameLatin: row.name_latin },
    }));
  }
}
