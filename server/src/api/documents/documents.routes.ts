import { readVisitBill } from '@yunzhen/shared/documents/bills.contract';
import * as contract from '@yunzhen/shared/documents/documents.contract';
import { answerWithPdf } from '../../platform/files/file-answer.ts';
import type { RouteRegistrar } from '../../platform/http/register-route.ts';
import type { PrescribingArea } from '../prescribing/index.ts';
import type { BillsService } from './bills/bills.service.ts';
import type { DocumentDraftsService } from './document-drafts.service.ts';
import type { SigningService } from './signing.service.ts';
import { holdsDocument } from './verification/document-file-kind.ts';
import type { DocumentVerifying } from './verification/document-verification.ts';

export function registerDocumentRoutes(
  routes: RouteRegistrar,
  services: {
    bills: BillsService;
    drafting: DocumentDraftsService;
    signing: SigningService;
    verification: DocumentVerifying;
    prescribing: Pick<PrescribingArea, 'checkFile'>;
  },
): void {
  const { bills, drafting, signing, verification, prescribing } = services;
  routes.route(readVisitBill, (context, { params }) => bills.read(context, params.visitId));
  routes.route(contract.listVisitDocuments, (context, { params }) => drafting.ofVisit(context, params.visitId));
  routes.route(contract.createDocument, (context, { params, body }) =>
    drafting.create(context, params.visitId, body.kind, body.locale),
  );
  routes.route(contract.readDocument, (context, { params }) => drafting.read(context, params.documentId));
  routes.route(contract.saveDocument, (context, { params, body, version }) =>
    drafting.save(context, params.documentId, version, body),
  );
  routes.route(contract.discardDocument, (context, { params }) => drafting.discard(context, params.documentId));
  routes.route(contract.signDocument, (context, { params, version }) =>
    signing.sign(context, params.documentId, version),
  );
  routes.route(contract.revokeDocument, (context, { params, body }) =>
    signing.revoke(context, params.documentId, body.reason),
  );
  routes.route(contract.previewDocument, async (context, { params, query }, reply) => {
    const bytes = await drafting.preview(context, params.documentId, query.locale, query.paper);
    return answerWithPdf(reply, bytes, 'preview.pdf');
  });
  routes.route(contract.readDocumentFile, async (context, { params, query }, reply) => {
    const { bytes, fileName } = await signing.file(context, params.documentId, query.locale, query.paper);
    return answerWithPdf(reply, bytes, fileName);
  });
  routes.openRoute(contract.verifyDocumentCode, (context, { body }) =>
    verification.byCode(context, { hospital: body.hospital, id: body.documentId, secret: body.secret }),
  );
  routes.openRoute(contract.verifyDocumentFile, (context, { params }, _reply, request) =>
    verification.byFile(context, params.hospital, request.body as Buffer),
  );
  // The file itself says of which kind it is, and is checked as that.
  routes.openRoute(contract.verifyFile, async (context, { params }, _reply, request) => {
    const bytes = request.body as Buffer;
    return holdsDocument(bytes)
      ? { about: 'document' as const, result: await verification.byFile(context, params.hospital, bytes) }
      : { about: 'prescription' as const, result: await prescribing.checkFile(context, params.hospital, bytes) };
  });
}
