import type { Communication, DocumentReference } from '@medplum/fhirtypes';
import type { DocumentCategory } from '@yunzhen/shared/chart/chart-entry';
import type { DocumentKind } from '@yunzhen/shared/documents/clinical-document';
import type { LocalizedText } from '@yunzhen/shared/core/locale';
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

/** Where a file stands in the archive. Made of ids and a fixed list of endings: what people called it is no path. */
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

/** LOINC document types (R4 doc-typecodes); a photo and "other" have no type that says no more than we know. */
const documentTypes: Record<DocumentCategory, readonly [name: LocalizedText, code?: string]> = {
  'lab-report': [{ en: 'Laboratory report', zh: '检验报告' }, '11502-2'],
  imaging: [{ en: 'Imaging report', zh: '影像报告' }, '18748-4'],
  referral: [{ en: 'Referral letter', zh: '转诊单' }, '57133-1'],
  discharge: [{ en: 'Discharge letter', zh: '出院小结' }, '18842-5'],
  photo: [{ en: 'Photo', zh: '照片' }],
  other: [{ en: 'Other document', zh: '其他资料' }],
};

/** R4 DocumentReference: a file of the chart; the bytes lie beside the bundle, under `attachment.url`. */
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

/** R4 Communication: a message of a visit’s chat, and a DocumentReference for each file that it carries. */
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
  /** Of the prescription or the document. */
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
  /** A revoked document is told of, and not handed out any more. */
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

/** R4 DocumentReference: a PDF as it was signed and sealed, to the byte. A revoked one is `entered-in-error` and has no bytes. */
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
    description: row.revokeReason ? `${title}: ${row.revokeReason}` : title,
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
