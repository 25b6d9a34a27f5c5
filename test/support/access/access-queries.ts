import { z } from 'zod';
import { valueFor } from '../contract-values.ts';
import { schemasByName } from '../contracts.ts';

/** Lists in a query are text that the generator cannot create. */
const span = { figures: 'visits', from: '2026-11-01', to: '2026-11-28' };
const chosen: Readonly<Record<string, Record<string, unknown>>> = {
  exportFigures: { ...span, grain: 'day' },
  readReport: { from: span.from, to: span.to },
  exportBreakdown: { ...span, by: 'department' },
  listDeskAppointments: { q: 'a' },
  listDoctors: {},
};

/**
 * Returns the query with which the access matrix asks a route: what it requires, and ids of rows. With generated filters, searches and cursors a list
 * would have no row to show.
 */
export function queryOf(routeName: string): Record<string, unknown> {
  const schema = schemasByName.get(routeName)?.query;
  const given = chosen[routeName];
  if (!schema || given) return given ?? {};
  const generated = valueFor(schema, 1) as Record<string, unknown>;
  if (!(schema instanceof z.ZodObject)) return generated;
  const needed = Object.entries(schema.shape).filter(
    ([name, part]) => name.endsWith('Id') || !z.safeParse(part, undefined).success,
  );
  return Object.fromEntries(needed.map(([name]) => [name, generated[name]]));
}

/**
 * Reads that have nothing to show in the access matrix: the list is empty, or the row is in another state or not the reader’s. What they show to whom
 * is tested in their areas. Every other read must show something, or its rejections and its audit would prove nothing.
 */
export const readsWithoutRows: ReadonlySet<string> = new Set([
  'listActivations',
  'listAppointments',
  'listClaims',
  'listEarlierPrescriptions',
  'listFigureNotes',
  'listHospitalLists',
  'listIntakeProgress',
  'listMessageVersions',
  'listMissingCertificates',
  'listOrphanTimes',
  'listOrphanedAppointments',
  'listOtherTimes',
  'listRatingComments',
  'listRecordHolds',
  'listRemarks',
  'listReturned',
  'listRoutedPrescriptions',
  'listSnippets',
  'listTemplates',
  'listTrustedDevices',
  'listVisitDocuments',
  'listWaitlist',
  'previewDocument',
  'readAppointment',
  'readAppointmentCalendar',
  'readBreakdown',
  'readCallConduct',
  'readCallKeys',
  'readDocument',
  'readDocumentFile',
  'readEntryHistory',
  'readFigures',
  'readHospitalList',
  'readIntakeDraftPicture',
  'readKnowledgeRule',
  'readMedicine',
  'readMessageWords',
  'readNoteVersion',
  'readPrescriptionCode',
  'readPrescriptionDocument',
  'readPrescriptionReceipt',
  'readReleaseWhatIf',
  'searchIcd10',
  'searchMedicines',
  'searchPatients',
]);
