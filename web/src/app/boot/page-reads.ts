import { listHospitals } from '@yunzhen/shared/accounts/auth.contract';
import { pageRead, type PageRead } from '../../core/api/page-read.ts';
import { readsOfVisits } from '../../features/visits/reads.ts';

/**
 * What a page always reads first, by the name of its route: sent before the app has loaded when the page is the first one. Only the build uses it, so
 * that the program does not carry it.
 */
export const pageReads: Readonly<Record<string, readonly PageRead[]>> = {
  'sign-in': [pageRead(listHospitals)],
  ...readsOfVisits,
};
