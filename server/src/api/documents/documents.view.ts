import type { ClinicalDocument } from '@yunzhen/shared/documents/documents.contract';
import type { DocumentRow } from './documents.repository.ts';

export function toView(row: DocumentRow): ClinicalDocument {
  const { id, number, kind, visitId, status, version, content } = row;
  return {
    id,
    number,
    kind,
    visitId,
    status,
    version,
    content,
    noteSigned: row.noteSigned,
    doctor: { name: row.doctorName, nameLatin: row.doctorNameLatin },
    updatedAt: row.updatedAt.toISOString(),
    signedAt: row.signedAt?.toISOString() ?? null,
    revokedAt: row.revokedAt?.toISOString() ?? null,
    revokeReason: row.revokeReason,
    file: row.sealed ? 'ready' : status === 'signed' ? 'pending' : 'none',
  };
}
