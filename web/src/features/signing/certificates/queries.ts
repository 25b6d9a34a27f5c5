import { listCertificates, listMissingCertificates } from '@yunzhen/shared/signing/certificates.contract';
import { certificateSorts, certificateStates } from '@yunzhen/shared/signing/certificates.constants';
import { usePages, useTable } from '../../../core/table/index.ts';

// The first part of a key is the entity of the record socket: a change of that entity refetches the query.

export const useCertificates = () =>
  useTable(listCertificates, {
    key: ['certificate', 'list'],
    sorts: certificateSorts,
    filters: { state: certificateStates },
  });

/** Practitioners without a valid certificate. */
export const useMissingCertificates = () =>
  usePages(listMissingCertificates, { key: ['certificate', 'missing'], query: () => ({ limit: 20 }) });
