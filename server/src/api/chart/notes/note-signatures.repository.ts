import type { Tx } from '../../../platform/db/transaction.ts';
import type { Addendum } from './note-json.ts';
import type { StoredSignature } from '../../signing/index.ts';
import { columnsOf } from '../../../platform/db/table.ts';
import { noteAddendumEntity, type NoteAddendumRow } from './note-addendum.entity.ts';
import { noteSignatureEntity } from './note-signature.entity.ts';

/** A name in its own script and in Latin letters. */
export interface AuthorName {
  name: string;
  nameLatin: string;
}

const nameColumns = 'p.name, p.name_latin AS "nameLatin"';

/** Stores the signature of a note and its addenda. Rows are only inserted. */
export class NoteSignaturesRepository {
  async keep(tx: Tx, visitId: string, practitionerId: string, signature: StoredSignature): Promise<void> {
    const { jws, certificatePem, signedAt } = signature;
    const signed = { visitId, hospitalId: tx.hospitalId, practitionerId, jws, certificatePem, signedAt };
    await tx.manager.insert(noteSignatureEntity, signed);
  }

  async of(tx: Tx, visitId: string): Promise<(StoredSignature & { author: AuthorName }) | null> {
    const [row] = await tx.query<StoredSignature & AuthorName>(
      `SELECT ${columnsOf(noteSignatureEntity, 's', ['jws', 'certificatePem', 'signedAt'])}, ${nameColumns}
       FROM note_signature s JOIN practitioner p ON p.id = s.practitioner_id WHERE s.visit_id = $1`,
      [visitId],
    );
    if (!row) return null;
    const { name, nameLatin, ...signature } = row;
    return { ...signature, author: { name, nameLatin } };
  }

  async addAddendum(tx: Tx, visitId: string, addendum: Addendum, signature: StoredSignature): Promise<void> {
    const { id, number, text, authorId: practitionerId, at } = addendum;
    const { jws, certificatePem } = signature;
    const signed = { hospitalId: tx.hospitalId, visitId, practitionerId, jws, certificatePem };
    await tx.manager.insert(noteAddendumEntity, { ...signed, id, number, text, at });
  }

  /** Returns the addenda in the order of their creation. */
  async addenda(tx: Tx, visitId: string): Promise<(Addendum & StoredSignature & { author: AuthorName })[]> {
    const rows = await tx.query<NoteAddendumRow & AuthorName>(
      `SELECT ${columnsOf(noteAddendumEntity, 'a')}, ${nameColumns}
       FROM note_addendum a JOIN practitioner p ON p.id = a.practitioner_id WHERE a.visit_id = $1 ORDER BY a.number`,
      [visitId],
    );
    return rows.map(({ id, number, text, practitionerId, at, jws, certificatePem, name, nameLatin }) => ({
      id,
      number,
      text,
      authorId: practitionerId,
      at,
      signedAt: at,
      jws,
      certificatePem,
      author: { name, nameLatin },
    }));
  }
}
