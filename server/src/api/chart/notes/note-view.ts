import type { Note } from '@yunzhen/shared/chart/notes.contract';
import { noteMachine } from '@yunzhen/shared/chart/note';
import type { Tx } from '../../../platform/db/transaction.ts';
import { canonicalJson, type JsonValue } from '../../../platform/signing/canonical-json.ts';
import { Service } from '../../../platform/service.ts';
import { emptyContent } from './note-content.ts';
import { noteFormOf } from './note-form.ts';
import { ADDENDUM_JWS_TYPE, addendumJson, NOTE_JWS_TYPE } from './note-json.ts';
import type { NoteRow } from './note.entity.ts';
import type { NoteSignaturesRepository } from './note-signatures.repository.ts';
import { signedPayload, type PractitionerSignatures } from '../../signing/index.ts';

interface NoteViewDeps {
  signatures: NoteSignaturesRepository;
  signing: Pick<PractitionerSignatures, 'trust'>;
}

/** Returns a note with its signature and addenda, each verified against the current rows. */
export class NoteView extends Service<NoteViewDeps> {
  async of(tx: Tx, visitId: string, row: NoteRow | null): Promise<Note> {
    return {
      visitId,
      status: row?.status ?? noteMachine.initial,
      version: row?.version ?? 0,
      content: row?.content ?? emptyContent,
      form: await noteFormOf(tx),
      updatedAt: row && row.version > 0 ? row.updatedAt.toISOString() : null,
      signedAt: row?.signedAt?.toISOString() ?? null,
      ...(row?.status === 'signed' ? await this.#signed(tx, visitId, row) : { signature: null, addenda: [] }),
    };
  }

  async #signed(tx: Tx, visitId: string, row: NoteRow): Promise<Pick<Note, 'signature' | 'addenda'>> {
    const note = await this.deps.signatures.of(tx, visitId);
    if (!note) return { signature: null, addenda: [] };
    const trust = await this.deps.signing.trust(tx);
    const state = saysTheSame(signedPayload(note, NOTE_JWS_TYPE, trust), row) ? 'valid' : 'invalid';
    const addenda = (await this.deps.signatures.addenda(tx, visitId)).map((addendum) => {
      const signed = signedPayload(addendum, ADDENDUM_JWS_TYPE, trust);
      const now = addendumJson(visitId, note.jws, addendum);
      const holds = signed !== null && canonicalJson(signed) === canonicalJson(now);
      const { id, number, text, author, at } = addendum;
      return {
        id,
        number,
        text,
        author,
        at: at.toISOString(),
        signature: holds ? ('valid' as const) : ('invalid' as const),
      };
    });
    return { signature: { by: note.author, state }, addenda };
  }
}

/** Returns whether the row matches what was signed; names of people may be corrected later. */
function saysTheSame(payload: JsonValue | null, row: NoteRow): boolean {
  if (typeof payload !== 'object' || payload === null || Array.isArray(payload)) return false;
  const signed = payload as Record<string, JsonValue>;
  const { subjective, objective, assessment, plan } = row.content;
  return (
    signed['visitId'] === row.visitId &&
    signed['version'] === row.version &&
    signed['signedAt'] === row.signedAt?.toISOString() &&
    canonicalJson(signed['content'] ?? null) === canonicalJson({ subjective, objective, assessment, plan })
  );
}
