import type { Communication, DocumentReference } from '@medplum/fhirtypes';
import type { DocumentCategory } from '@yunzhen/shared/chart/chart-entry';
import type { DocumentKind } from '@yunzhen/shared/documents/clinical-document';
import { punctuationOf, type LocalizedText } from '@yunzhen/shared/core/locale';
import type { EntryRow } from './chart.ts';
import {
  coding,
  compact,
  concept,
  identifier,
  iso,
  joinedId,
  refer,
  referTo,
  systems,
  type Words,
} from './fhir-values.ts';

const endings: Record<string, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
};

/** Paths of files in the archive. They consist of ids and a fixed list of extensions, never of file names given by users. */
export const pathOf = {
  chat: (visitId: string, id: string, type: string) => `files/chat/${joinedId(visitId, id)}.${endings[type] ?? 'bin'}`,
  chart: (id: string, type: string) => `files/chart/${id}.${endings[type] ?? 'bin'}`,
  prescription: (number: string, locale: string) => `signed/prescription-${safe(number)}-${locale}.pdf`,
  document: (kind: DocumentKind, number: string, locale: string, paper: string) =>
    `signed/${kind}-${safe(number)}-${locale}-${paper}.pdf`,
};

const safe = (number: string) => number.replace(/[^\w-]/g, '_');

export interface ChartDocumentRow extends EntryRow {
  category: DocumentCategory;
  title: string | null;
  type: string;
  bytes: number;
}

/** LOINC document types (R4 doc-typecodes). A photo and "other" have none, because no type fits without adding meaning. */
const documentTypes: Record<DocumentCategory, readonly [name: LocalizedText, code?: string]> = {
  'lab-report': [{ en: 'Laboratory report', zh: '检验报告' }, '11502-2'],
  imaging: [{ en: 'Imaging report', zh: '影像报告' }, '18748-4'],
  referral: [{ en: 'Referral letter', zh: '转诊单' }, '57133-1'],
  discharge: [{ en: 'Discharge letter', zh: '出院小结' }, '18842-5'],
  photo: [{ en: 'Photo', zh: '照片' }],
  other: [{ en: 'Other document', zh: '其他资料' }],
};

/** Returns an R4 DocumentReference to a chart file; its bytes are beside the bundle, at `attachment.url`. */
export function chartDocumentOf(row: ChartDocumentRow, words: Words): DocumentReference {
  const [name, code] = documentTypes[row.category];
  return compact<DocumentReference>({
    resourceType: 'DocumentReference',
    id: row.id,
    status: row.retractedAt === null ? 'current' : 'entered-in-error',
    type: concept(words.text(name), ...(code ? [coding(systems.loinc, code)] : [])),
    subject: refer('Patient', row.patientId),
    date: iso(row.recordedAt),
    author: row.author === null ? [] : [referTo(row.author)],
    description: row.title ?? undefined,
    content: [
      {
        attachment: compact({
          contentType: row.type,
          url: pathOf.chart(row.id, row.type),
          size: row.bytes,
          title: row.title ?? undefined,
        }),
      },
    ],
  });
}

export interface ChatMessageRow {
  id: string;
  visitId: string;
  patientId: string;
  practitionerId: string;
  authorRole: 'patient' | 'doctor';
  author: string | null;
  text: string;
  sentAt: Date;
  files: { id: string; name: string; type: string; bytes: number }[];
}

/** Returns an R4 Communication for a chat message, and a DocumentReference for each of its files. */
export function chatMessageOf(row: ChatMessageRow): (Communication | DocumentReference)[] {
  const patient = refer('Patient', row.patientId);
  const doctor = refer('Practitioner', row.practitionerId);
  const author = row.author === null ? (row.authorRole === 'patient' ? patient : doctor) : referTo(row.author);
  const fileId = (id: string) => joinedId(row.visitId, id);
  return [
    compact<Communication>({
      resourceType: 'Communication',
      id: joinedId(row.visitId, row.id),
      status: 'completed',
      subject: patient,
      encounter: refer('Encounter', row.visitId),
      sent: iso(row.sentAt),
      recipient: [row.authorRole === 'patient' ? doctor : patient],
      sender: author,
      payload: [
        ...(row.text === '' ? [] : [{ contentString: row.text }]),
        ...row.files.map(({ id }) => ({ contentReference: refer('DocumentReference', fileId(id)) })),
      ],
    }),
    ...row.files.map((file) =>
      compact<DocumentReference>({
        resourceType: 'DocumentReference',
        id: fileId(file.id),
        status: 'current',
        subject: patient,
        date: iso(row.sentAt),
        author: [author],
        description: file.name,
        content: [
          {
            attachment: {
              contentType: file.type,
              url: pathOf.chat(row.visitId, file.id, file.type),
              size: file.bytes,
              title: file.name,
            },
          },
        ],
        context: { encounter: [refer('Encounter', row.visitId)] },
      }),
    ),
  ];
}

export interface SealedFileRow {
  /** Id of the prescription or document. */
  id: string;
  kind: DocumentKind | 'prescription';
  number: string;
  patientId: string;
  visitId: string;
  hospitalId: string;
  practitionerId: string;
  locale: string;
  paper: string | null;
  sealedAt: Date;
  bytes: number;
  /** True for a revoked document, which is listed without its file. */
  revoked: boolean;
  revokeReason: string | null;
}

const kindNames: Record<SealedFileRow['kind'], readonly [name: LocalizedText, code?: string]> = {
  prescription: [{ en: 'Prescription', zh: '处方' }, '57833-6'],
  referral: [{ en: 'Referral letter', zh: '转诊单' }, '57133-1'],
  'sick-note': [{ en: 'Sick note', zh: '病假证明' }],
  'after-visit-summary': [{ en: 'Visit summary', zh: '就诊小结' }],
};

export const sealedPathOf = (row: SealedFileRow): string =>
  row.kind === 'prescription'
    ? pathOf.prescription(row.number, row.locale)
    : pathOf.document(row.kind, row.number, row.locale, row.paper ?? '');

/** Returns an R4 DocumentReference to a sealed PDF, byte for byte. A revoked one is `entered-in-error` without bytes. */
export function sealedFileOf(row: SealedFileRow, words: Words): DocumentReference {
  const [name, code] = kindNames[row.kind];
  const title = `${words.text(name)} ${row.number}`;
  return compact<DocumentReference>({
    resourceType: 'DocumentReference',
    id: `${row.id}-${row.locale}${row.paper ? `-${row.paper}` : ''}`,
    identifier: [identifier(row.kind, row.number)],
    status: row.revoked ? 'entered-in-error' : 'current',
    docStatus: row.revoked ? 'entered-in-error' : 'final',
    type: concept(words.text(name), ...(code ? [coding(systems.loinc, code)] : [])),
    subject: refer('Patient', row.patientId),
    date: iso(row.sealedAt),
    author: [refer('Practitioner', row.practitionerId)],
    custodian: refer('Organization', row.hospitalId),
    description: row.revokeReason ? `${title}${punctuationOf(words.locale).colon}${row.revokeReason}` : title,
    content: [
      {
        attachment: row.revoked
          ? { title }
          : { contentType: 'application/pdf', language: row.locale, url: sealedPathOf(row), size: row.bytes, title },
      },
    ],
    context: { encounter: [refer('Encounter', row.visitId)] },
  });
}
