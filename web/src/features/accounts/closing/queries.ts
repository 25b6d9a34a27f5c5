import { useQuery } from '@pinia/colada';
import { listAccountClosings, readOwnClosing } from '@yunzhen/shared/accounts/account-closing.contract';
import { accountClosingSorts } from '@yunzhen/shared/accounts/account-closing.constants';
import { closingStates } from '@yunzhen/shared/accounts/account-closing';
import { api } from '../../../core/api/index.ts';
import { useTable } from '../../../core/table/index.ts';

export const ownClosingKey = ['own-closing'];

export const useOwnClosing = (enabled: () => boolean) =>
  useQuery({ key: ownClosingKey, query: ({ signal }) => api.call(readOwnClosing, { signal }), enabled });

/** Accounts that their holders are closing, for the administrator. */
export const useAccountClosings = () =>
  useTable(listAccountClosings, {
    key: ['account-closings'],
    sorts: accountClosingSorts,
    order: 'desc',
    filters: { state: closingStates },
  });
