import type { Note, NoteContent } from '@yunzhen/shared/contract/notes';
import { noteMachine } from '@yunzhen/shared/domain/note';
import type { VisitStatus } from '@yunzhen/shared/domain/visit';
import { AppError } from '@yunzhen/shared/errors';
import type { ActorContext } from '../../../../platform/context.ts';
import type { Transactions, Tx } from '../../../../platform/db/transaction.ts';
import type { VisitFacts, VisitsModule } from '../../visits/index.ts';
import type { ChartAccessService } from '../chart-access.service.ts';
import { announceChange } from '../chart-changes.ts';
import { emptyContent, missingSections, sameContent } from './note-content.ts';
import type { NoteRow } from './note.entity.ts';
import type { NotesRepository } from './notes.repository.ts';

/** A visit that was stopped as unsuitable for remote care still gets its note finished. */
const alsoWhen: readonly VisitStatus[] = ['referred-offline'];

/** The note of a visit: written by its doctor, saved while it is typed, signed once. */
export class NotesService {
  readonly #transactions: Transactions;
  readonly #access: ChartAccessService;
  readonly #notes: NotesRepository;
  readonly #visits: VisitsModule;

  constructor(transactions: Transactions, access: ChartAccessService, notes: NotesRepository, visits: VisitsModule) {
    this.#transactions = transactions;
    this.#access = access;
    this.#notes = notes;
    this.#visits = visits;
  }

  read(context: ActorContext, visitId: string): Promise<Note> {
    return this.#transactions.run(context, async (tx) => {
      const visit = await this.#access.requireClinician(tx, context.actor, visitId);
      const note = await this.#notes.find(tx, visitId);
      await this.#audit(tx, 'note.read', visit, note?.version ?? 0);
      return toNote(visitId, note);
    });
  }

  /**
   * Saves what was written on top of that version. Throws `resource.stale` with the version that stands now, and
   * `note.signed`. A save that is sent again because its answer was lost gets that answer.
   */
  save(context: ActorContext, visitId: string, version: number, content: NoteContent): Promise<Note> {
    return this.#transactions.run(context, async (tx) => {
      const visit = await this.#visits.requireConduct(tx, context.actor, visitId, alsoWhen);
      const note = await this.#lock(tx, visit);
      if (note.status === 'signed') throw new AppError('note.signed', 'the note is signed');
      if (note.version === version + 1 && sameContent(note.content, content)) return toNote(visitId, note);
      assertCurrent(note, version);
      const next = version + 1;
      await this.#notes.save(tx, visitId, next, content, context.actor.accountId);
      await this.#audit(tx, 'note.saved', visit, next);
      await this.#announce(tx, 'note.saved', visit, next);
      return toNote(visitId, { ...note, version: next, content, updatedAt: tx.now });
    });
  }

  /** Throws `note.incomplete` with the sections that are empty, and `resource.stale` when another text stands now. */
  sign(context: ActorContext, visitId: string, version: number): Promise<Note> {
    return this.#transactions.command(context, `note.sign ${visitId} ${version}`, async (tx) => {
      const own = await this.#visits.requireDoctor(tx, context.actor, visitId);
      const note = await this.#lock(tx, own);
      if (note.version === version && noteMachine.isDone(note.status, 'sign')) return toNote(visitId, note);
      const visit = await this.#visits.requireConduct(tx, context.actor, visitId, alsoWhen);
      const status = noteMachine.next(note.status, 'sign');
      assertCurrent(note, version);
      const missing = missingSections(note.content);
      if (missing.length > 0) {
        const fields = missing.map((path) => ({ path, rule: 'required' }));
        throw new AppError('note.incomplete', 'sections are empty', { fields });
      }
      await this.#notes.sign(tx, visitId);
      await this.#audit(tx, 'note.signed', visit, version);
      await this.#announce(tx, 'note.signed', visit, version);
      return toNote(visitId, { ...note, status, signedAt: tx.now });
    });
  }

  async isSigned(tx: Tx, visitId: string): Promise<boolean> {
    return (await this.#notes.find(tx, visitId))?.status === 'signed';
  }

  async #lock(tx: Tx, visit: Pick<VisitFacts, 'id' | 'practitionerId'>): Promise<NoteRow> {
    const note = await this.#notes.lock(tx, visit.id, visit.practitionerId);
    if (!note) throw new AppError('resource.not-found', 'no such note');
    return note;
  }

  #audit(tx: Tx, action: 'note.read' | 'note.saved' | 'note.signed', visit: VisitFacts, version: number) {
    return tx.audit(action, { entity: 'note', entityId: visit.id, patientId: visit.patientId, details: { version } });
  }

  #announce(tx: Tx, type: 'note.saved' | 'note.signed', visit: VisitFacts, version: number): Promise<void> {
    const { id, doctorAccountId } = visit;
    return announceChange(tx, type, { entity: 'note', id, visitId: id, version, accountIds: [doctorAccountId] });
  }
}

function assertCurrent(note: NoteRow, version: number): void {
  if (note.version !== version) {
    throw new AppError('resource.stale', `note is at version ${note.version}`, { facts: { version: note.version } });
  }
}

function toNote(visitId: string, row: NoteRow | null): Note {
  return {
    visitId,
    status: row?.status ?? noteMachine.initial,
    version: row?.version ?? 0,
    content: row?.content ?? emptyContent,
    updatedAt: row && row.version > 0 ? row.updatedAt.toISOString() : null,
    signedAt: row?.signedAt?.toISOString() ?? null,
  };
}
