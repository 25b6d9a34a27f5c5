import { computed, shallowRef } from 'vue';
import { pushAbility } from './browser-push.ts';
import { useTurnOnPush } from './actions.ts';
import { usePushSubscriptions } from './queries.ts';

/** Devices on which the person gets messages, this one among them. `accountId` is null while no one is signed in. */
export function usePushDevices(accountId: () => string | null, onAnswer: (isOn: boolean) => void) {
  const found = usePushSubscriptions();
  const ability = shallowRef(pushAbility());
  const devices = computed(() => found.data.value?.devices ?? []);
  const publicKey = computed(() => found.data.value?.publicKey ?? null);
  const turningOn = useTurnOnPush({
    onSuccess(isOn) {
      ability.value = pushAbility();
      onAnswer(isOn);
    },
  });

  return {
    found,
    ability,
    devices,
    isOn: computed(() => devices.value.some(({ current }) => current)),
    publicKey,
    turningOn,
    /** From a press only. */
    turnOn() {
      const id = accountId();
      if (publicKey.value === null || id === null) onAnswer(false);
      else turningOn.mutate({ publicKey: publicKey.value, accountId: id });
    },
  };
}
