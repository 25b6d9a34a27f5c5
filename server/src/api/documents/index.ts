import type { AccountsArea } from '../accounts/index.ts';
import type { ChartArea } from '../chart/index.ts';
import type { ApiDeps } from '../core/area-deps.ts';
import type { Notify } from '../notifications/index.ts';
import type { PrescribingArea } from '../prescribing/index.ts';
import type { SigningArea } from '../signing/index.ts';
import type { VisitsArea } from '../visits/index.ts';
import { registerDocumentRoutes } from './documents.routes.ts';
import { DocumentsRepository } from './documents.repository.ts';
import { DocumentDraftsService } from './document-drafts.service.ts';
import { documentSealing } from './paper/document-sealing.ts';
import { SigningService } from './signing.service.ts';
import { documentVerification } from './verification/document-verification.ts';

export interface DocumentsDeps extends ApiDeps {
  accounts: Pick<AccountsArea, 'confirmSigner'>;
  chart: ChartArea;
  notifications: Pick<Notify, 'notify'>;
  prescribing: PrescribingArea;
  signing: SigningArea;
  visits: VisitsArea;
}

/** Creates the area of sick notes, referral letters and after-visit summaries: from draft to sealed PDF, and public verification. */
export function createDocumentsArea(deps: DocumentsDeps): void {
  const { transactions, visits, chart, prescribing } = deps;
  const { signatures, codes, hooks } = deps.signing;
  const parts = {
    transactions,
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
  chart.hooks.onNoteSigned((tx, visitId) => drafting.noteSigned(tx, visitId));
  registerDocumentRoutes(deps.routes, {
    drafting,
    signing: new SigningService({ ...parts, sealing: hooks.onSealing(documentSealing(parts)) }),
    verification: hooks.onVerification(documentVerification(parts)),
    prescribing,
  });
}
