import type { ClinicalDocument, DocumentContent } from '@yunzhen/shared/documents/documents.contract';
import type { DocumentKind } from '@yunzhen/shared/documents/clinical-document';
import type { DocumentPaper } from '@yunzhen/shared/administration/setting-limits';
import { documentMachine, papersOf } from '@yunzhen/shared/documents/clinical-document';
import type { Locale } from '@yunzhen/shared/core/locale';
import type { VisitStatus } from '@yunzhen/shared/visits/visit';
import { AppError } from '@yunzhen/shared/core/errors';
import { dayIn } from '@yunzhen/shared/core/time/time-zone';
import type { ActorContext } from '../../platform/context.ts';
import type { Transactions, Tx } from '../../platform/db/transaction.ts';
import { newId, readableNumber } from '../../platform/ids.ts';
import { Service } from '../../platform/service.ts';
import type { ChartArea } from '../chart/index.ts';
import type { PrescribingArea } from '../prescribing/index.ts';
import type { VisitsArea } from '../visits/index.ts';
import type { VisitFacts } from '../visits/index.ts';
import { announceDocument, auditDocument } from './document-changes.ts';
import { begun, filledFromNote, recordNow } from './document-filling.ts';
import { numberPrefix } from './document-json.ts';
import { documentNotFound, maxDocuments, readerOf, requireOwn } from './documents.policy.ts';
import type { DocumentRow, DocumentsRepository } from './documents.repository.ts';
import { toView } from './documents.view.ts';
import { withBothNames } from './paper/printed-names.ts';
import { renderDocument } from './paper/render-document.ts';
import { assertCurrent } from '../core/version.ts';

/** Documents can also be written after the visit, while the doctor has a care relationship. */
const alsoIn: readonly VisitStatus[] = ['completed', 'referred-offline'];

interface DocumentDraftsServiceDeps {
  transactions: Transactions;
  documents: DocumentsRepository;
  visits: VisitsArea;
  chart: ChartArea;
  prescribing: PrescribingArea;
}

/** Drafts, and reading of every document. */
export class DocumentDraftsService extends Service<DocumentDraftsServiceDeps> {
  /** Returns the visit’s documents: its doctor sees drafts too, its patient only signed and revoked ones. */
  ofVisit(context: ActorContext, visitId: string): Promise<{ items: ClinicalDocument[] }> {
    return this.deps.transactions.run(context, async (tx) => {
      const visit = await this.deps.visits.getVisit(tx, visitId);
      const own = context.actor.patientId === visit.patientId || context.actor.practitionerId === visit.practitionerId;
      if (!own) throw documentNotFound();
      const rows = await this.deps.documents.ofVisit(tx, visitId);
      await tx.audit('document.listed', { entity: 'visit', entityId: visitId, patientId: visit.patientId });
      return { items: rows.filter((row) => readerOf(context.actor, row) !== null).map(toView) };
    });
  }

  read(context: ActorContext, id: string): Promise<ClinicalDocument> {
    return this.deps.transactions.run(context, async (tx) => {
      const row = await this.deps.documents.find(tx, id);
      if (!row || !readerOf(context.actor, row) || row.status === 'discarded') throw documentNotFound();
      await auditDocument(tx, 'document.read', row);
      return toView(row);
    });
  }

  create(context: ActorContext, visitId: string, kind: DocumentKind, locale: Locale): Promise<ClinicalDocument> {
    const { transactions, documents, chart } = this.deps;
    return transactions.command(context, 'createDocument', async (tx) => {
      const visit = await this.#requireAuthor(tx, context, visitId);
      if ((await documents.ofVisit(tx, visitId)).length >= maxDocuments)
        throw new AppError('document.too-many', 'visit has the maximum number of documents');
      const id = newId();
      const today = dayIn((await chart.peopleOf(tx, visitId)).hospital.timeZone, tx.now);
      const number = `${numberPrefix[kind]}${readableNumber(today)}`;
      const content = await begun(tx, { chart }, { visitId, today }, kind, locale);
      const { patientId, practitionerId } = visit;
      await documents.insert(tx, { id, number, kind, visitId, patientId, practitionerId, content });
      const row = await this.#own(tx, context, id);
      await auditDocument(tx, 'document.created', row);
      return toView(row);
    });
  }

  /**
   * Saves a draft based on that version. Throws `resource.stale` with the present version, and `document.transition-refused` when it is no draft. A
   * retry of a save returns the first result.
   */
  save(context: ActorContext, id: string, version: number, content: DocumentContent): Promise<ClinicalDocument> {
    const { transactions, documents } = this.deps;
    return transactions.run(context, async (tx) => {
      const row = await this.#own(tx, context, id);
      await this.#requireAuthor(tx, context, row.visitId);
      if (row.status !== 'draft')
        throw new AppError('document.transition-refused', 'only a draft can be edited', {
          facts: { state: row.status },
        });
      if (content.kind !== row.kind)
        throw new AppError('validation.failed', 'kind cannot change', { fields: [{ path: 'kind', rule: 'invalid' }] });
      if (row.version === version + 1 && JSON.stringify(ordered(row.content)) === JSON.stringify(ordered(content)))
        return toView(row);
      assertCurrent(row, version);
      await documents.save(tx, id, version + 1, content);
      const saved = { ...row, content, version: version + 1, updatedAt: tx.now };
      await auditDocument(tx, 'document.saved', saved);
      await announceDocument(tx, 'document.saved', saved);
      return toView(saved);
    });
  }

  /** The visit’s note was signed: copies it into the letters that waited for it, and refreshes the others on open pages. */
  async noteSigned(tx: Tx, visitId: string): Promise<void> {
    const { documents, chart } = this.deps;
    const note = await chart.signedNoteOf(tx, visitId);
    for (const { id } of note ? await documents.ofVisit(tx, visitId) : []) {
      const row = await documents.lock(tx, id);
      if (!note || row?.status !== 'draft') continue;
      const content = filledFromNote(row.content, note);
      if (content !== row.content) {
        row.version += 1;
        await documents.save(tx, id, row.version, content);
        await auditDocument(tx, 'document.saved', row);
      }
      await announceDocument(tx, 'document.saved', row);
    }
  }

  discard(context: ActorContext, id: string): Promise<undefined> {
    return this.deps.transactions.run(context, async (tx) => {
      const row = await this.#own(tx, context, id);
      documentMachine.next(row.status, 'discard');
      await this.deps.documents.discard(tx, id);
      await auditDocument(tx, 'document.discarded', row);
      await announceDocument(tx, 'document.saved', row);
      return undefined;
    });
  }

  /** Renders the page as it would be signed now, marked as a draft, without code, seal or signature. */
  preview(context: ActorContext, id: string, locale: Locale, paper: DocumentPaper): Promise<Buffer> {
    const { transactions } = this.deps;
    return transactions
      .run(context, async (tx) => {
        const row = await this.#own(tx, context, id);
        documentMachine.next(row.status, 'sign');
        requirePaper(row, paper);
        await auditDocument(tx, 'document.previewed', row);
        return withBothNames(await recordNow(tx, this.deps, row), row);
      })
      .then((record) => renderDocument(record, { locale, paper, code: null }));
  }

  async #own(tx: Tx, context: ActorContext, id: string): Promise<DocumentRow> {
    return requireOwn(context.actor, await this.deps.documents.lock(tx, id));
  }

  async #requireAuthor(tx: Tx, { actor }: ActorContext, visitId: string): Promise<VisitFacts> {
    const visit = await this.deps.visits.requireConduct(tx, actor, visitId, alsoIn);
    if (!(await this.deps.visits.hasCare(tx, actor, visit.patientId))) throw documentNotFound();
    return visit;
  }
}

/** Throws `resource.not-found` for a paper size that this kind does not have. */
export function requirePaper(row: DocumentRow, paper: DocumentPaper): void {
  if (!papersOf[row.kind].includes(paper)) throw documentNotFound();
}

/** Sorts members, because the database stores them in its own order. */
function ordered(content: DocumentContent): [string, unknown][] {
  return Object.entries(content).sort(([a], [b]) => (a < b ? -1 : 1));
}
