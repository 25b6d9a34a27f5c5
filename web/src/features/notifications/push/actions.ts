import { useMutation } from '@pinia/colada';
import {
  addPushDevice,
  listPushDevices,
  removePushDevice,
  type PushDevice,
} from '@yunzhen/shared/notifications/push.contract';
import { api } from '../../../core/api/index.ts';
import { useCommand } from '../../../core/commands/index.ts';
import { codeOf } from '../../../core/i18n/index.ts';
import { deviceOf, isFor, mayKeepTelling, subscribe } from './browser-push.ts';
import { toldHere } from './told-here.ts';
import { subscriptionHere, turnOffHere } from './turn-off.ts';

const devices = { changes: [['push-devices']] };

/** Requests the browser’s permission and then registers the device. Call it from a user gesture. Resolves with false when the user denied it. */
export function useTurnOnPush(hooks: { onSuccess: (isOn: boolean) => void }) {
  const { mutateAsync: add } = useCommand(addPushDevice, devices);
  return useMutation<boolean, { publicKey: string; accountId: string }, unknown>({
    async mutation({ publicKey, accountId }) {
      if ((await Notification.requestPermission()) !== 'granted') return false;
      await add({ body: deviceOf(await subscribe(publicKey)) });
      toldHere.remember(accountId);
      return true;
    },
    ...hooks,
  });
}

/** Removes a device from push messages. A device that is already removed is not an error. */
export function useRemovePushDevice(hooks: { onSuccess: (answer: unknown, device: PushDevice) => void }) {
  const { mutateAsync: remove } = useCommand(removePushDevice, devices);
  return useMutation({
    async mutation({ id, current }: PushDevice) {
      try {
        await remove({ params: { pushSubscriptionId: id } });
      } catch (error) {
        if (codeOf(error) !== 'resource.not-found') throw error;
      }
      if (current) await turnOffHere();
    },
    ...hooks,
  });
}

/** Registers this device again in a new session of the same account. */
export async function keepTelling(accountId: string): Promise<void> {
  if (!mayKeepTelling(accountId)) return;
  const { publicKey, devices: listed } = await api.call(listPushDevices);
  const known = await subscriptionHere();
  // Removed from another device, or denied in the browser’s settings.
  if (publicKey === null || !known) return;
  if (isFor(known, publicKey) && listed.some(({ current }) => current)) return;
  await api.call(addPushDevice, { body: deviceOf(await subscribe(publicKey)) });
}
