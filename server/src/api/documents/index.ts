import type { VisitStatus } from '@yunzhen/shared/visits/visit';
import type { Tx } from '../../platform/db/transaction.ts';
import type { AccountsArea } from '../accounts/index.ts';
import type { AdministrationArea } from '../administration/index.ts';
import type { ChartArea } from '../chart/index.ts';
import type { ApiDeps } from '../core/area-deps.ts';
import type { Notify } from '../notifications/index.ts';
import type { PrescribingArea } from '../prescribing/index.ts';
import type { SigningArea } from '../signing/index.ts';
import type { VisitRow, VisitsArea } from '../visits/index.ts';
import { BillsRepository } from './bills/bills.repository.ts';
import { BillsService } from './bills/bills.service.ts';
import { registerDocumentRoutes } from './documents.routes.ts';
import { DocumentsRepository } from './documents.repository.ts';
import { DocumentDraftsService } from './document-drafts.service.ts';
import { documentSealing } from './paper/document-sealing.ts';
import { SigningService } from './signing.service.ts';
import { documentVerification } from './verification/document-verification.ts';

export interface DocumentsDeps extends ApiDeps {
  accounts: Pick<AccountsArea, 'confirmSigner'>;
  administration: Pick<AdministrationArea, 'hospitals'>;
  chart: ChartArea;
  notifications: Pick<Notify, 'notify'>;
  prescribing: PrescribingArea;
  signing: SigningArea;
  visits: VisitsArea;
}

export type DocumentsArea = ReturnType<typeof createDocumentsArea>;

/** Creates the area of sick notes, referral letters and after-visit summaries: from draft to sealed PDF, and public verification. */
export function createDocumentsArea(deps: DocumentsDeps) {
  const { transactions, visits, chart, prescribing } = deps;
  const { signatures, codes, hooks, hospitalSeal } = deps.signing;
  const parts = {
    transactions,
    files: deps.files,
    visits,
    chart,
    prescribing,
    signatures,
    codes,
    documents: new DocumentsRepository(),
    confirmSigner: deps.accounts.confirmSigner,
    notify: deps.notifications.notify,
  };
  const drafting = new DocumentDraftsService(parts);
  const { hospitals } = deps.administration;
  const bills = new BillsService({ transactions, visits, hospitals, hospitalSeal, bills: new BillsRepository() });
  registerDocumentRoutes(deps.routes, {
    bills,
    drafting,
    signing: new SigningService({ ...parts, sealing: hooks.onSealing(documentSealing(parts)) }),
    verification: hooks.onVerification(documentVerification(parts)),
    prescribing,
  });
  return {
    /** Fills the drafts of a visit from its signed note. */
    noteSigned: (tx: Tx, visitId: string) => drafting.noteSigned(tx, visitId),
    /** Stores the fee that the patient saw at check-in. */
    checkedIn: (tx: Tx, visitId: string) => bills.noteShown(tx, visitId),
    /** Issues the bill of a completed visit. */
    visitEnded: (tx: Tx, visit: VisitRow, status: VisitStatus) => bills.issue(tx, visit, status),
  };
}
