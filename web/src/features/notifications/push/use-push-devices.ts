import { computed, shallowRef } from 'vue';
import { useQuery } from '@pinia/colada';
import { listPushDevices, removePushDevice, type PushDevice } from '@yunzhen/shared/notifications/push.contract';
import { AppError } from '@yunzhen/shared/core/errors';
import { api } from '../../../core/api/index.ts';
import { pushAbility, turnOffHere, turnOnHere } from './browser-push.ts';

/** Devices that the person is told things on, this one among them. `accountId` is null while nobody is signed in. */
export function usePushDevices(accountId: () => string | null) {
  const found = useQuery({ key: ['push-devices'], query: ({ signal }) => api.call(listPushDevices, { signal }) });
  const ability = shallowRef(pushAbility());
  const devices = computed(() => found.data.value?.devices ?? []);
  const isOn = computed(() => devices.value.some(({ current }) => current));

  return {
    found,
    ability,
    devices,
    isOn,
    publicKey: computed(() => found.data.value?.publicKey ?? null),
    /** From a press only. False when the person said no to their browser. */
    async turnOn(): Promise<boolean> {
      const { publicKey = null } = found.data.value ?? {};
      const id = accountId();
      if (publicKey === null || id === null) return false;
      const device = await turnOnHere(publicKey, id);
      ability.value = pushAbility();
      await found.refetch();
      return device !== null;
    },
    async remove({ id, current }: PushDevice): Promise<void> {
      try {
        await api.call(removePushDevice, { params: { pushSubscriptionId: id } });
      } catch (error) {
        // Gone already: that is what was wanted.
        if (!(error instanceof AppError && error.code === 'resource.not-found')) throw error;
      }
      if (current) await turnOffHere();
      await found.refetch();
    },
  };
}
