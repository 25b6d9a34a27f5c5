import { papersOf, type DocumentKind } from '@yunzhen/shared/documents/clinical-document';
import { locales } from '@yunzhen/shared/core/locale';
import { AppError } from '@yunzhen/shared/core/errors';
import type { JsonValue } from '../../../platform/signing/canonical-json.ts';
import { logoForPaper } from '../../administration/index.ts';
import type { PrintedCodes, SealedRecords } from '../../signing/index.ts';
import { announceDocument, auditDocument } from '../document-changes.ts';
import { RECORD_NAME, recordOf } from '../document-json.ts';
import type { DocumentRow, DocumentsRepository } from '../documents.repository.ts';
import { renderDocument } from './render-document.ts';
import { withBothNames } from './printed-names.ts';

/** Shown in the signature panel of PDF viewers. */
const reasons: Readonly<Record<DocumentKind, string>> = {
  'sick-note': 'Sick note',
  referral: 'Referral letter',
  'after-visit-summary': 'After-visit summary',
};

interface Parts {
  documents: DocumentsRepository;
  codes: PrintedCodes;
}

/** Seals a signed document in every language and on every paper of its kind, only from what was signed and the names in Latin letters. */
export function documentSealing({ documents, codes }: Parts): SealedRecords<DocumentRow> {
  return {
    kind: 'document',
    read: async (tx, id) => {
      const row = await documents.find(tx, id);
      if (!row || !isUnsealed(row)) return null;
      const record = recordOf(JSON.parse(row.signedPayload ?? 'null') as JsonValue);
      if (!record) throw new AppError('internal', 'signed document cannot be read');
      const code = await codes.address('document', row, row.hospitalSlug);
      const logo = await logoForPaper(tx);
      const content = Buffer.from(row.jws ?? '');
      const attachments = [
        { name: RECORD_NAME, mediaType: 'application/jose', description: 'Signed document', content },
      ];
      const printed = withBothNames(record, row);
      const sheets = locales.flatMap((locale) =>
        papersOf[row.kind].map((paper) => ({
          locale,
          paper,
          render: () => renderDocument(printed, { locale, paper, logo, code, attachments }),
        })),
      );
      const { author, hospital } = record;
      const statement = { name: author.name, reason: reasons[row.kind], location: hospital.name.en };
      return { practitionerId: row.practitionerId, statement, sheets };
    },
    lock: async (tx, id) => {
      const row = await documents.lock(tx, id);
      return row && isUnsealed(row) ? row : null;
    },
    keep: async (tx, row, files) => {
      for (const file of files) await documents.keepFile(tx, row.id, file);
      await auditDocument(tx, 'document.sealed', row);
      await announceDocument(tx, 'document.sealed', row);
    },
    waitingSince: (tx, before) => documents.withoutFile(tx, before),
  };
}

function isUnsealed({ status, sealed }: DocumentRow): boolean {
  return status === 'signed' && !sealed;
}
