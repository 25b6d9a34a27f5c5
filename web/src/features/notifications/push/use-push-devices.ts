import { computed, shallowRef } from 'vue';
import { pushAbility } from './browser-push.ts';
import { useTurnOnPush } from './actions.ts';
import { usePushSubscriptions } from './queries.ts';

/** Push devices of the account, including this one. `accountId` is null while signed out. */
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
    /** Call it from a user gesture only. */
    turnOn() {
      const id = accountId();
      if (publicKey.value === null || id === null) onAnswer(false);
      else turningOn.mutate({ publicKey: publicKey.value, accountId: id });
    },
  };
}
