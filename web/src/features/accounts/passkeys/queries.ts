import { useQuery } from '@pinia/colada';
import { listSignInPasskeys } from '@yunzhen/shared/accounts/sign-in-passkeys.contract';
import { api } from '../../../core/api/index.ts';

export const passkeysKey = ['sign-in-passkeys'];

export const useSignInPasskeys = (enabled: () => boolean) =>
  useQuery({ key: passkeysKey, query: ({ signal }) => api.call(listSignInPasskeys, { signal }), enabled });
