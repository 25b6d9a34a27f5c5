import { useMutation } from '@pinia/colada';
import {
  addPasskey,
  askForEnrolmentCode,
  beginAuthenticator,
  beginPasskey,
  beginPasskeyConfirmation,
  confirmAuthenticator,
  confirmSession,
  proveEnrolment,
  removeSecondFactor,
  renewRecoveryCodes,
  type SecondFactorState,
} from '@yunzhen/shared/accounts/second-factor.contract';
import type { ResponseOf } from '@yunzhen/shared/core/route';
import { useCommand, type CommandHooks } from '../../../core/commands/index.ts';
import { createPasskey, signWithPasskey } from '../passkeys/passkey-browser.ts';
import { secondFactorKey } from './queries.ts';

type NewCodes = ResponseOf<typeof confirmAuthenticator>;

const shown = { shows: (state: SecondFactorState) => [secondFactorKey, state] as const };
const withCodes = { shows: ({ state }: NewCodes) => shown.shows(state) };

/** Confirms this session with a second factor, so that it may sign. */
export const useConfirmSession = () => useCommand(confirmSession, shown);

/** Confirms this session with the browser’s passkey. */
export function useConfirmByPasskey() {
  const { mutateAsync: begin } = useCommand(beginPasskeyConfirmation);
  const { mutateAsync: confirm } = useConfirmSession();
  return useMutation({
    async mutation() {
      const response = await signWithPasskey(await begin({}));
      return confirm({ body: { kind: 'passkey', response } });
    },
  });
}

/** Sends a code to the account’s own contact, before the first factor is set up. */
export const useAskForEnrolmentCode = (hooks: CommandHooks<typeof askForEnrolmentCode>) =>
  useCommand(askForEnrolmentCode, hooks);

export const useProveEnrolment = (hooks: CommandHooks<typeof proveEnrolment>) =>
  useCommand(proveEnrolment, { ...shown, ...hooks });

export const useBeginAuthenticator = (hooks: CommandHooks<typeof beginAuthenticator>) =>
  useCommand(beginAuthenticator, hooks);

export const useConfirmAuthenticator = (hooks: CommandHooks<typeof confirmAuthenticator>) =>
  useCommand(confirmAuthenticator, { ...withCodes, ...hooks });

interface EnrolHooks {
  onSuccess: (answer: NewCodes) => void;
  onError: (error: unknown) => void;
}

/** Creates a passkey in the browser and enrols it. The first factor requires the password. */
export function useEnrolPasskey(hooks: EnrolHooks) {
  const { mutateAsync: begin } = useCommand(beginPasskey);
  const { mutateAsync: add } = useCommand(addPasskey, withCodes);
  return useMutation<NewCodes, { name: string; password?: string }, unknown>({
    async mutation({ name, ...body }) {
      const options = await begin({ body });
      return add({ body: { name, response: await createPasskey(options) } });
    },
    ...hooks,
  });
}

/** Removes a factor, which also ends the trust in all devices. */
export const useRemoveSecondFactor = (hooks: CommandHooks<typeof removeSecondFactor>) =>
  useCommand(removeSecondFactor, { ...shown, changes: [['trusted-devices']], ...hooks });

export const useRenewRecoveryCodes = (hooks: CommandHooks<typeof renewRecoveryCodes>) =>
  useCommand(renewRecoveryCodes, { ...withCodes, ...hooks });
