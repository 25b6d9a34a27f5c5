import { useQuery } from '@pinia/colada';
import { listPushDevices } from '@yunzhen/shared/notifications/push.contract';
import { api } from '../../../core/api/index.ts';

export const usePushSubscriptions = () =>
  useQuery({ key: ['push-devices'], query: ({ signal }) => api.call(listPushDevices, { signal }) });
