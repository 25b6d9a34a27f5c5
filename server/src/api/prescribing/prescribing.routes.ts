import * as contract from '@yunzhen/shared/prescribing/prescribing.contract';
import * as paper from '@yunzhen/shared/signing/prescription-paper.contract';
import * as verificationContract from '@yunzhen/shared/signing/verification.contract';
import { answerWithPdf } from '../../platform/files/file-answer.ts';
import type { RouteRegistrar } from '../../platform/http/register-route.ts';
import type { PrescriptionVerification } from './verification/prescription-verification.ts';
import type { CancellationService } from './endings/cancellation.service.ts';
import type { CodeService } from './codes/code.service.ts';
import type { ReturnedPrescriptions } from './endings/returned-prescriptions.service.ts';
import type { DocumentService } from './paper/paper.service.ts';
import type { PrescriptionDrafts } from './drafts/prescription-drafts.service.ts';
import type { MedicinesService } from './drafts/medicines.service.ts';
import type { PrescriptionQueries } from './prescription-queries.service.ts';
import type { SigningService } from './signature/signing.service.ts';

export function registerPrescribingRoutes(
  routes: RouteRegistrar,
  services: {
    drafts: PrescriptionDrafts;
    queries: PrescriptionQueries;
    signing: SigningService;
    cancellation: CancellationService;
    returned: ReturnedPrescriptions;
    medicines: MedicinesService;
    documents: DocumentService;
    codes: CodeService;
  },
): void {
  const { drafts, queries, signing, cancellation, returned, medicines, documents, codes } = services;
  routes.route(contract.searchMedicines, (context, { query }) => medicines.search(context, query.q, query.limit));
  routes.route(contract.readMedicine, (context, { params }) => medicines.read(context, params.productId));
  routes.route(contract.createPrescription, (context, { params }) => drafts.create(context, params.visitId));
  routes.route(contract.listVisitPrescriptions, (context, { params }) => queries.ofVisit(context, params.visitId));
  routes.route(contract.listPrescriptions, (context, { query }) => queries.listOwn(context, query));
  routes.route(contract.readPrescription, (context, { params }) => queries.read(context, params.prescriptionId));
  routes.route(contract.savePrescription, (context, { params, body, version }) =>
    drafts.save(context, params.prescriptionId, version, body.items),
  );
  routes.route(contract.keepAcknowledgements, (context, { params, body }) =>
    drafts.keepAcknowledgements(context, params.prescriptionId, body.acknowledgements),
  );
  routes.route(contract.readGuidance, (context, { params }) => queries.guidance(context, params.prescriptionId));
  routes.route(contract.signPrescription, (context, { params, body, version }) =>
    signing.sign(context, params.prescriptionId, version, body),
  );
  routes.route(contract.cancelPrescription, (context, { params, body }) =>
    cancellation.cancel(context, params.prescriptionId, body.reason),
  );
  routes.route(contract.listReturned, (context, { params }) => returned.list(context, params.visitId));
  routes.route(contract.followUpReturned, (context, { params, body }) =>
    returned.noneNeeded(context, params.prescriptionId, body.reason),
  );
  routes.route(paper.readPrescriptionCode, (context, { params }) => codes.read(context, params.prescriptionId));
  routes.route(paper.readPrescriptionDocument, async (context, { params, query }, reply) => {
    const { bytes, fileName } = await documents.read(context, params.prescriptionId, query.locale);
    return answerWithPdf(reply, bytes, fileName);
  });
}

export function registerVerificationRoutes(routes: RouteRegistrar, verification: PrescriptionVerification): void {
  routes.openRoute(verificationContract.verifyCode, (context, { body }) =>
    verification.byCode(context, { hospital: body.hospital, id: body.prescriptionId, secret: body.secret }),
  );
  routes.openRoute(verificationContract.verifyDocument, (context, { params }, _reply, request) =>
    verification.byFile(context, params.hospital, request.body as Buffer),
  );
}
