import { listCertificates, listMissingCertificates } from '@yunzhen/shared/signing/certificates.contract';
import { certificateSorts, certificateStates } from '@yunzhen/shared/signing/certificates.constants';
import { usePages, useTable } from '../../../core/table/index.ts';

// The first part of a key is the entity of the record socket: a change of that entity fetches the query again.

export const useCertificates = () =>
  useTable(listCertificates, {
    key: ['certificate', 'list'],
    sorts: certificateSorts,
    filters: { state: certificateStates },
  });

/** Practitioners who have no certificate in force. */
export const useMissingCertificates = () =>
  usePages(listMissingCertificates, { key: ['certificate', 'missing'], query: () => ({ limit: 20 }) });
