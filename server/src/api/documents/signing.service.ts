import type { ClinicalDocument } from '@yunzhen/shared/documents/documents.contract';
import { documentMachine } from '@yunzhen/shared/documents/clinical-document';
import { missingIn } from '@yunzhen/shared/documents/missing-fields';
import type { DocumentPaper } from '@yunzhen/shared/administration/setting-limits';
import type { Locale } from '@yunzhen/shared/core/locale';
import { AppError } from '@yunzhen/shared/core/errors';
import type { ActorContext } from '../../platform/context.ts';
import type { Transactions, Tx } from '../../platform/db/transaction.ts';
import { canonicalJson } from '../../platform/signing/canonical-json.ts';
import type { FileStore } from '../../platform/files/store/file-store.ts';
import { Service } from '../../platform/service.ts';
import type { AccountsArea } from '../accounts/index.ts';
import type { ChartArea } from '../chart/index.ts';
import type { Notify } from '../notifications/index.ts';
import type { PrescribingArea } from '../prescribing/index.ts';
import type { PractitionerSignatures, PrintedCodes, Sealing } from '../signing/index.ts';
import type { VisitsArea } from '../visits/index.ts';
import { announceDocument, auditDocument } from './document-changes.ts';
import { recordNow } from './document-filling.ts';
import { DOCUMENT_JWS_TYPE, documentJson } from './document-json.ts';
import { documentNotFound, readerOf, requireOwn } from './documents.policy.ts';
import type { DocumentRow, DocumentsRepository } from './documents.repository.ts';
import { toView } from './documents.view.ts';
import { requirePaper } from './document-drafts.service.ts';
import { assertLegible } from '../core/legible-draft.ts';
import { assertCurrent } from '../core/version.ts';

interface SigningServiceDeps {
  transactions: Transactions;
  files: FileStore;
  documents: DocumentsRepository;
  visits: VisitsArea;
  chart: ChartArea;
  prescribing: PrescribingArea;
  confirmSigner: AccountsArea['confirmSigner'];
  notify: Notify['notify'];
  signatures: Pick<PractitionerSignatures, 'sign'>;
  codes: PrintedCodes;
  sealing: Pick<Sealing<DocumentRow>, 'ask' | 'askIfLost'>;
}

/** Signs documents, serves their files, and revokes them. */
export class SigningService extends Service<SigningServiceDeps> {
  /**
   * Signs the draft that the doctor saw, with the chart’s present facts, and queues its PDFs. Throws `document.incomplete` and `validation.failed` (hidden
   * characters) with the fields, `resource.stale`, `auth.second-factor-required`. Idempotent.
   */
  sign(context: ActorContext, id: string, version: number): Promise<ClinicalDocument> {
    const { transactions, documents, visits, signatures, codes, sealing } = this.deps;
    return transactions.command(context, 'signDocument', async (tx) => {
      const row = await this.#own(tx, context, id);
      if (row.version === version && documentMachine.isDone(row.status, 'sign')) return toView(row);
      documentMachine.next(row.status, 'sign');
      if (!(await visits.hasCare(tx, context.actor, row.patientId))) throw documentNotFound();
      assertCurrent(row, version);
      const fields = missingIn(row.content);
      if (fields.length > 0) throw new AppError('document.incomplete', 'document has empty fields', { fields });
      assertLegible(row.content);
      await this.deps.confirmSigner(tx, context.actor);
      const payload = documentJson(await recordNow(tx, this.deps, row));
      const { jws, certificatePem } = await signatures.sign(tx, row.practitionerId, DOCUMENT_JWS_TYPE, payload);
      await documents.sign(tx, id, {
        payload: canonicalJson(payload),
        jws,
        certificatePem,
        ...(await codes.make('document', id)),
      });
      const signed = await this.#own(tx, context, id);
      await auditDocument(tx, 'document.signed', signed);
      await announceDocument(tx, 'document.signed', signed);
      const { visitId, patientId, doctorName: name, doctorNameLatin: nameLatin } = signed;
      await this.deps.notify(tx, {
        to: { patientId },
        template: 'document.ready',
        facts: { doctor: { name, nameLatin } },
        link: `/visits/${visitId}`,
        dedupe: `document.ready ${id}`,
      });
      await sealing.ask(tx, id);
      return toView(signed);
    });
  }

  /** Revokes a signed document; verification then reports it. Idempotent. */
  revoke(context: ActorContext, id: string, reason: string): Promise<ClinicalDocument> {
    const { transactions, documents } = this.deps;
    return transactions.command(context, 'revokeDocument', async (tx) => {
      const row = await this.#own(tx, context, id);
      if (documentMachine.isDone(row.status, 'revoke')) return toView(row);
      documentMachine.next(row.status, 'revoke');
      await documents.revoke(tx, id, reason);
      const revoked = await this.#own(tx, context, id);
      await auditDocument(tx, 'document.revoked', revoked);
      await announceDocument(tx, 'document.revoked', revoked);
      return toView(revoked);
    });
  }

  /**
   * Returns the signed PDF. Throws `document.file-pending` while the PDF is generated. Throws `document.revoked` for the patient of a revoked
   * document, so that no worthless paper is handed out.
   */
  async file(
    context: ActorContext,
    id: string,
    locale: Locale,
    paper: DocumentPaper,
  ): Promise<{ bytes: Buffer; fileName: string }> {
    const { transactions, documents, files, sealing } = this.deps;
    const found = await transactions.run(context, async (tx) => {
      const row = await documents.find(tx, id);
      const reader = row && readerOf(context.actor, row);
      if (!row || !reader || !row.signedAt) throw documentNotFound();
      requirePaper(row, paper);
      if (reader === 'patient' && row.status === 'revoked')
        throw new AppError('document.revoked', 'document has been revoked');
      const place = await documents.file(tx, id, locale, paper);
      if (place) {
        await auditDocument(tx, 'document.file-read', row);
        return { place, fileName: `${row.number}.pdf` };
      }
      if (row.status !== 'signed') throw documentNotFound();
      await sealing.askIfLost(tx, id, row.signedAt);
      return null;
    });
    if (!found) throw new AppError('document.file-pending', 'PDF is not ready yet');
    return { bytes: await files.get(found.place), fileName: found.fileName };
  }

  async #own(tx: Tx, context: ActorContext, id: string): Promise<DocumentRow> {
    return requireOwn(context.actor, await this.deps.documents.lock(tx, id));
  }
}
