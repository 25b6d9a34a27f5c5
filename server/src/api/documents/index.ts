import type { AccountsModule } from '../accounts/index.ts';
import type { ChartModule } from '../chart/index.ts';
import type { ApiDeps } from '../core/area-deps.ts';
import type { Notify } from '../notifications/index.ts';
import type { PrescribingModule } from '../prescribing/index.ts';
import type { SigningModule } from '../signing/index.ts';
import type { VisitsModule } from '../visits/index.ts';
import { registerDocumentRoutes } from './documents.routes.ts';
import { DocumentsRepository } from './documents.repository.ts';
import { DraftingService } from './drafts.service.ts';
import { documentSealing } from './paper/document-sealing.ts';
import { SigningService } from './signing.service.ts';
import { documentVerification } from './verification/document-verification.ts';

export interface DocumentsDeps extends ApiDeps {
  accounts: Pick<AccountsModule, 'confirmSigner'>;
  chart: ChartModule;
  notifications: Pick<Notify, 'notify'>;
  prescribing: PrescribingModule;
  signing: SigningModule;
  visits: VisitsModule;
}

/** Sick notes, referral letters and after-visit summaries: from draft to sealed PDF, and their check by strangers. */
export function createDocumentsModule(deps: DocumentsDeps): void {
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
  registerDocumentRoutes(deps.routes, {
    drafting: new DraftingService(parts),
    signing: new SigningService({ ...parts, sealing: hooks.onSealing(documentSealing(parts)) }),
    verification: hooks.onVerification(documentVerification(parts)),
    prescribing,
  });
}
