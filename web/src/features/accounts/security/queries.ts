import { useQuery } from '@pinia/colada';
import { listOwnSessions } from '@yunzhen/shared/accounts/account-security.contract';
import { listTrustedDevices } from '@yunzhen/shared/accounts/trusted-devices.contract';
import { api } from '../../../core/api/index.ts';

export const trustedDevicesKey = ['trusted-devices'];

export const useTrustedDevices = () =>
  useQuery({ key: trustedDevicesKey, query: ({ signal }) => api.call(listTrustedDevices, { signal }), staleTime: 0 });

export const ownSessionsKey = ['own-sessions'];

export const useOwnSessions = () =>
  useQuery({ key: ownSessionsKey, query: ({ signal }) => api.call(listOwnSessions, { signal }), staleTime: 0 });
