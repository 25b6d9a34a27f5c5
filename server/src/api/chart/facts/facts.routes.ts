import { findPatientExactly, listBreakGlass, openByBreakGlass } from '@yunzhen/shared/chart/break-glass.contract';
import {
  listChartDocuments,
  nameChartDocument,
  readChartDocument,
  uploadChartDocument,
} from '@yunzhen/shared/chart/uploads.contract';
import { decideEntry, readEntryHistory } from '@yunzhen/shared/chart/entry.contract';
import { listChartLooks, readTimeline } from '@yunzhen/shared/chart/timeline.contract';
import { addObservation, addPregnancyStatement } from '@yunzhen/shared/chart/observations.contract';
import type { RouteRegistrar } from '../../../platform/http/register-route.ts';
import { answerWithFile } from '../../../platform/files/file-answer.ts';
import type { BreakGlassService } from '../break-glass/break-glass.service.ts';
import type { DocumentsService } from '../uploads/uploads.service.ts';
import type { EntriesService } from '../entries/entries.service.ts';
import type { ObservationsService } from '../observations/observations.service.ts';
import type { TimelineService } from '../timeline/timeline.service.ts';

/** Registers routes for observations, decisions, uploads, the timeline and emergency access. */
export function registerFactRoutes(
  routes: RouteRegistrar,
  services: {
    observations: ObservationsService;
    entries: EntriesService;
    documents: DocumentsService;
    timeline: TimelineService;
    breakGlass: BreakGlassService;
  },
): void {
  const { observations, entries, documents, timeline, breakGlass } = services;
  routes.route(addObservation, (context, { params, body }) => observations.add(context, params.patientId, body));
  routes.route(addPregnancyStatement, (context, { params, body }) =>
    observations.statePregnancy(context, params.patientId, body),
  );

  routes.route(decideEntry, (context, { params: { patientId, ...entry }, body, version }) =>
    entries.decide(context, patientId, { ...entry, ...body, version }),
  );
  routes.route(readEntryHistory, (context, { params }) =>
    entries.history(context, params.patientId, params.kind, params.entryId),
  );

  routes.route(listChartDocuments, (context, { params, query }) => documents.list(context, params.patientId, query));
  routes.route(uploadChartDocument, (context, { params }, _reply, request) =>
    documents.add(context, params.patientId, params.documentId, request.body as Buffer),
  );
  routes.route(nameChartDocument, (context, { params, body }) =>
    documents.name(context, params.patientId, params.documentId, body),
  );
  routes.route(readChartDocument, async (context, { params }, reply) =>
    answerWithFile(reply, await documents.read(context, params.patientId, params.documentId)),
  );

  routes.route(readTimeline, (context, { params, query }) => timeline.read(context, params.patientId, query));
  routes.route(listChartLooks, (context, { params, query }) => timeline.looks(context, params.patientId, query));

  routes.route(findPatientExactly, (context, { body }) => breakGlass.search(context, body));
  routes.route(openByBreakGlass, (context, { params, body }) => breakGlass.open(context, params.patientId, body));
  routes.route(listBreakGlass, (context, { params, query }) => breakGlass.list(context, params.patientId, query));
}
