import type { ApiDeps } from '../core/area-deps.ts';
import { registerDocumentRoutes } from './documents.routes.ts';
import { DocumentsRepository } from './documents.repository.ts';
import { DraftingService } from './drafts.service.ts';
import type { DocumentNeeds } from './ports.ts';
import { resealingJob, sealingJob } from './sealing.job.ts';
import { SigningService } from './signing.service.ts';
import { DocumentVerificationService } from './verification/verification.service.ts';

export { codeContext as documentCodeContext } from './sealing.job.ts';

/** Sick notes, referral letters and after-visit summaries: from draft to sealed PDF, and their check by strangers. */
export function createDocumentsModule(deps: ApiDeps, needs: DocumentNeeds): void {
  const { transactions, jobs, routes, keyEncryption: vault } = deps;
  const parts = { transactions, documents: new DocumentsRepository(), needs, vault, jobs };
  jobs.define(sealingJob({ ...parts, publicUrl: deps.settings.PUBLIC_URL }));
  jobs.define(resealingJob(parts, jobs));
  registerDocumentRoutes(routes, {
    drafting: new DraftingService(parts),
    signing: new SigningService(parts),
    verification: new DocumentVerificationService(parts),
  });
}
