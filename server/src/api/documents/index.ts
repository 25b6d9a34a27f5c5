import type { ApiDeps } from '../core/area-deps.ts';
import type { SigningModule } from '../signing/index.ts';
import { registerDocumentRoutes } from './documents.routes.ts';
import { DocumentsRepository } from './documents.repository.ts';
import { DraftingService } from './drafts.service.ts';
import { documentSealing } from './paper/document-sealing.ts';
import type { DocumentNeeds } from './ports.ts';
import { SigningService } from './signing.service.ts';
import { documentVerification } from './verification/document-verification.ts';

/** Sick notes, referral letters and after-visit summaries: from draft to sealed PDF, and their check by strangers. */
export function createDocumentsModule(deps: ApiDeps, signing: SigningModule, needs: DocumentNeeds): void {
  const { signatures, codes, hooks } = signing;
  const parts = { transactions: deps.transactions, documents: new DocumentsRepository(), needs, signatures, codes };
  registerDocumentRoutes(deps.routes, {
    drafting: new DraftingService(parts),
    signing: new SigningService({ ...parts, sealing: hooks.onSealing(documentSealing(parts)) }),
    verification: hooks.onVerification(documentVerification(parts)),
    checkPrescription: needs.checkPrescription,
  });
}
