import { useMutation } from '@pinia/colada';
import {
  addSignInPasskey,
  beginPasskeySignIn,
  beginSignInPasskey,
  removeSignInPasskey,
  signInByPasskey,
  type SignInPasskeys,
} from '@yunzhen/shared/accounts/sign-in-passkeys.contract';
import type { SessionGrant } from '@yunzhen/shared/accounts/auth.contract';
import type { PersonConfirmation } from '@yunzhen/shared/accounts/person-confirmation.schemas';
import { useCommand } from '../../../core/commands/index.ts';
import { passkeysKey } from './queries.ts';

const shown = { shows: (passkeys: SignInPasskeys) => [passkeysKey, passkeys] as const };

// Loads the browser API wrapper on demand.
const browser = () => import('./passkey-browser.ts');

/** Signs a patient in with the passkey that they choose. Undefined where the browser returned none. */
export function useSignInByPasskey(hooks: { onSuccess: (grant: SessionGrant | undefined) => unknown }) {
  const { mutateAsync: begin } = useCommand(beginPasskeySignIn);
  const { mutateAsync: enter } = useCommand(signInByPasskey);
  return useMutation<SessionGrant | undefined, string, unknown>({
    async mutation(hospital) {
      const { signWithPasskey, isOfBrowser } = await browser();
      try {
        const { challengeId, options } = await begin({ body: { hospital } });
        const response = await signWithPasskey(options);
        return await enter({ body: { hospital, challengeId, response } });
      } catch (error) {
        if (!isOfBrowser(error)) throw error;
        return undefined;
      }
    },
    ...hooks,
  });
}

/** Creates a discoverable passkey in the browser and registers it for the account. */
export function useAddPasskey() {
  const { mutateAsync: begin } = useCommand(beginSignInPasskey);
  const { mutateAsync: add } = useCommand(addSignInPasskey, shown);
  return useMutation<SignInPasskeys, { name: string; confirmation: PersonConfirmation }, unknown>({
    async mutation({ name, confirmation }) {
      const options = await begin({ body: { confirmation } });
      const { createPasskey } = await browser();
      return add({ body: { name, response: await createPasskey(options) } });
    },
  });
}

export const useRemovePasskey = () => useCommand(removeSignInPasskey, shown);
