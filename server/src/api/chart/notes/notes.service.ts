import type { listNoteVersions, Note, NoteContent, readNoteVersion } from '@yunzhen/shared/chart/notes.contract';
import type { QueryOf, ResponseOf } from '@yunzhen/shared/core/route';
import type { VisitStatus } from '@yunzhen/shared/visits/visit';
import { AppError } from '@yunzhen/shared/core/errors';
import type { ActorContext } from '../../../platform/context.ts';
import type { Transactions, Tx } from '../../../platform/db/transaction.ts';
import { Service } from '../../../platform/service.ts';
import type { VisitFacts, VisitsArea } from '../../visits/index.ts';
import type { ChartAccessService } from '../chart-access.service.ts';
import { announceChange } from '../facts/chart-changes.ts';
import { sameContent } from './note-content.ts';
import type { NoteRow } from './note.entity.ts';
import type { NoteView } from './note-view.ts';
import type { NotesRepository } from './notes.repository.ts';
import { assertCurrent } from '../../core/version.ts';

/** Further states in which a note may be finished: a visit that was ended as unsuitable for remote care. */
export const alsoWhen: readonly VisitStatus[] = ['referred-offline'];

interface NotesServiceDeps {
  transactions: Transactions;
  access: ChartAccessService;
  notes: NotesRepository;
  visits: VisitsArea;
  view: NoteView;
}

/** Stores the draft note of a visit and every accepted version. */
export class NotesService extends Service<NotesServiceDeps> {
  read(context: ActorContext, visitId: string): Promise<Note> {
    return this.#reading(context, visitId, async (tx, visit) => {
      const note = await this.deps.notes.find(tx, visitId);
      await auditNote(tx, 'note.read', visit, note?.version ?? 0);
      return this.deps.view.of(tx, visitId, note);
    });
  }

  /**
   * Saves content on top of a version. Throws `resource.stale` with the current version, and `note.signed`. Retrying a save returns its first result.
   */
  save(context: ActorContext, visitId: string, version: number, content: NoteContent): Promise<Note> {
    const { transactions, visits, notes, view } = this.deps;
    return transactions.run(context, async (tx) => {
      const visit = await visits.requireConduct(tx, context.actor, visitId, alsoWhen);
      const note = await this.lock(tx, visit);
      if (note.status === 'signed') throw new AppError('note.signed', 'note is already signed');
      if (note.version === version + 1 && sameContent(note.content, content)) return view.of(tx, visitId, note);
      assertCurrent(note, version);
      const next = version + 1;
      await notes.save(tx, visitId, next, content, context.actor.accountId);
      await auditNote(tx, 'note.saved', visit, next);
      await announceNote(tx, 'note.saved', visit, next);
      return view.of(tx, visitId, { ...note, version: next, content, updatedAt: tx.now });
    });
  }

  /** Lists who saved which version and when, newest first. */
  versions(
    context: ActorContext,
    visitId: string,
    { limit, before }: QueryOf<typeof listNoteVersions>,
  ): Promise<ResponseOf<typeof listNoteVersions>> {
    return this.#reading(context, visitId, async (tx, visit) => {
      const rows = await this.deps.notes.versions(tx, visitId, limit, before ?? null);
      await auditNote(tx, 'note.versions-read', visit, rows[0]?.version ?? 0);
      const items = rows.slice(0, limit);
      return { items, next: rows.length > limit ? (items.at(-1)?.version ?? null) : null };
    });
  }

  /** Throws `resource.not-found` for a version that does not exist. */
  version(context: ActorContext, visitId: string, version: number): Promise<ResponseOf<typeof readNoteVersion>> {
    return this.#reading(context, visitId, async (tx, visit) => {
      const found = await this.deps.notes.version(tx, visitId, version);
      if (!found) throw new AppError('resource.not-found', 'note version not found');
      await auditNote(tx, 'note.versions-read', visit, version);
      return found;
    });
  }

  async isSigned(tx: Tx, visitId: string): Promise<boolean> {
    return (await this.deps.notes.find(tx, visitId))?.status === 'signed';
  }

  /** Returns the content of the signed note; null before it is signed. */
  async signedContentOf(tx: Tx, visitId: string): Promise<NoteContent | null> {
    const note = await this.deps.notes.find(tx, visitId);
    return note?.status === 'signed' ? note.content : null;
  }

  /** Returns the note’s row, locked until the transaction ends. */
  async lock(tx: Tx, visit: Pick<VisitFacts, 'id' | 'practitionerId'>): Promise<NoteRow> {
    const note = await this.deps.notes.lock(tx, visit.id, visit.practitionerId);
    if (!note) throw new AppError('resource.not-found', 'note not found');
    return note;
  }

  #reading<Value>(
    context: ActorContext,
    visitId: string,
    work: (tx: Tx, visit: VisitFacts) => Promise<Value>,
  ): Promise<Value> {
    return this.deps.transactions.run(context, async (tx) =>
      work(tx, await this.deps.access.requireClinician(tx, context.actor, visitId)),
    );
  }
}

type NoteAction = 'note.read' | 'note.saved' | 'note.signed' | 'note.versions-read' | 'note.addendum-added';

export function auditNote(tx: Tx, action: NoteAction, visit: VisitFacts, version: number): Promise<void> {
  return tx.audit(action, { entity: 'note', entityId: visit.id, patientId: visit.patientId, details: { version } });
}

export function announceNote(
  tx: Tx,
  type: 'note.saved' | 'note.signed' | 'note.addendum-added',
  visit: VisitFacts,
  version: number,
): Promise<void> {
  const { id, doctorAccountId } = visit;
  return announceChange(tx, type, { entity: 'note', id, visitId: id, version, accountIds: [doctorAccountId] });
}
