import type { Note } from '@yunzhen/shared/chart/notes.contract';
import { noteMachine } from '@yunzhen/shared/chart/note';
import { AppError } from '@yunzhen/shared/core/errors';
import type { Actor, ActorContext } from '../../../platform/context.ts';
import type { Transactions, Tx } from '../../../platform/db/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import { Service } from '../../../platform/service.ts';
import type { PractitionerSignatures } from '../../signing/index.ts';
import type { VisitsArea } from '../../visits/index.ts';
import type { ChartHooks } from '../hooks.ts';
import { unfinishedSections } from './note-content.ts';
import { ADDENDUM_JWS_TYPE, addendumJson, NOTE_JWS_TYPE, noteJson } from './note-json.ts';
import type { NoteSignaturesRepository } from './note-signatures.repository.ts';
import type { NoteView } from './note-view.ts';
import type { NotesRepository } from './notes.repository.ts';
import { alsoWhen, announceNote, auditNote, type NotesService } from './notes.service.ts';
import { assertLegible } from '../../core/legible-draft.ts';
import { assertCurrent } from '../../core/version.ts';
import type { VisitPeopleRepository } from './visit-people.repository.ts';

interface NoteSigningServiceDeps {
  transactions: Transactions;
  visits: VisitsArea;
  notes: NotesRepository;
  writing: Pick<NotesService, 'lock'>;
  signatures: NoteSignaturesRepository;
  people: VisitPeopleRepository;
  signing: Pick<PractitionerSignatures, 'sign'>;
  confirmSigner(tx: Tx, actor: Actor): Promise<void>;
  view: NoteView;
  onNoteSigned: ChartHooks['onNoteSigned'];
}

/** Signs notes and adds addenda. */
export class NoteSigningService extends Service<NoteSigningServiceDeps> {
  /**
   * Signs the version that the doctor saw. Throws `note.incomplete` and `validation.failed` with the sections that are empty, have blanks or hidden
   * characters, `resource.stale` when the version changed, `auth.second-factor-required`, and `prescription.no-credential` without a certificate.
   */
  sign(context: ActorContext, visitId: string, version: number): Promise<Note> {
    const { transactions, visits, notes, writing, signatures, people, signing, view, confirmSigner } = this.deps;
    return transactions.command(context, 'signNote', async (tx) => {
      const own = await visits.requireDoctor(tx, context.actor, visitId);
      const note = await writing.lock(tx, own);
      if (note.version === version && noteMachine.isDone(note.status, 'sign')) return view.of(tx, visitId, note);
      const visit = await visits.requireConduct(tx, context.actor, visitId, alsoWhen);
      const status = noteMachine.next(note.status, 'sign');
      assertCurrent(note, version);
      const fields = unfinishedSections(note.content);
      if (fields.length > 0) throw new AppError('note.incomplete', 'note has empty sections or blanks', { fields });
      assertLegible(note.content);
      await confirmSigner(tx, context.actor);
      const payload = noteJson(visitId, version, note.content, await people.of(tx, visitId), tx.now);
      const signature = await signing.sign(tx, visit.practitionerId, NOTE_JWS_TYPE, payload);
      await notes.sign(tx, visitId);
      await signatures.keep(tx, visitId, visit.practitionerId, signature);
      await auditNote(tx, 'note.signed', visit, version);
      await announceNote(tx, 'note.signed', visit, version);
      await this.deps.onNoteSigned.run(tx, visitId);
      return view.of(tx, visitId, { ...note, status, signedAt: tx.now });
    });
  }

  /**
   * Adds a separately signed addendum, bound to the note’s signature, at any later time. Throws `note.not-signed` for a draft. Repeating the command
   * with its idempotency key adds nothing.
   */
  add(context: ActorContext, visitId: string, text: string): Promise<Note> {
    const { transactions, visits, writing, signatures, signing, view, confirmSigner } = this.deps;
    return transactions.command(context, 'addAddendum', async (tx) => {
      await visits.requireDoctor(tx, context.actor, visitId);
      const visit = await visits.getVisit(tx, visitId);
      const note = await writing.lock(tx, visit);
      const signed = await signatures.of(tx, visitId);
      if (note.status !== 'signed' || !signed)
        throw new AppError('note.not-signed', 'only a signed note can have an addendum');
      await confirmSigner(tx, context.actor);
      const number = (await signatures.addenda(tx, visitId)).length + 1;
      const addendum = { id: newId(), number, text, authorId: visit.practitionerId, at: tx.now };
      const payload = addendumJson(visitId, signed.jws, addendum);
      const signature = await signing.sign(tx, visit.practitionerId, ADDENDUM_JWS_TYPE, payload);
      await signatures.addAddendum(tx, visitId, addendum, signature);
      await auditNote(tx, 'note.addendum-added', visit, number);
      await announceNote(tx, 'note.addendum-added', visit, note.version);
      return view.of(tx, visitId, note);
    });
  }
}
