import { useMutation, useQueryCache } from '@pinia/colada';
import {
  addPasskey,
  beginAuthenticator,
  beginPasskey,
  beginPasskeyConfirmation,
  confirmAuthenticator,
  confirmSession,
  removeSecondFactor,
  renewRecoveryCodes,
  type SecondFactorState,
} from '@yunzhen/shared/accounts/second-factor.contract';
import type { ResponseOf } from '@yunzhen/shared/core/route';
import { useCommand, type CommandHooks } from '../../../core/commands/index.ts';
import { createPasskey, signWithPasskey } from '../passkeys/passkey-browser.ts';
import { secondFactorKey } from './queries.ts';

type NewCodes = ResponseOf<typeof confirmAuthenticator>;

/** Shows the state that the hospital has answered. */
function useState() {
  const cache = useQueryCache();
  return (state: SecondFactorState) => cache.setQueryData(secondFactorKey, state);
}

/** Confirms this session, so that it may sign. */
export const useConfirmSession = () => useCommand(confirmSession, { onSuccess: useState() });

/** Has the browser’s passkey sign for this session. */
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

export const useBeginAuthenticator = (hooks: CommandHooks<typeof beginAuthenticator>) =>
  useCommand(beginAuthenticator, hooks);

interface EnrolHooks {
  onSuccess: (answer: NewCodes) => void;
  onError: (error: unknown) => void;
}

export function useConfirmAuthenticator({ onSuccess, onError }: EnrolHooks) {
  const take = useState();
  return useCommand(confirmAuthenticator, {
    onSuccess(answer) {
      take(answer.state);
      onSuccess(answer);
    },
    onError,
  });
}

/** Has the browser make a passkey and enrols it. The first factor takes the password. */
export function useEnrolPasskey({ onSuccess, onError }: EnrolHooks) {
  const take = useState();
  const { mutateAsync: begin } = useCommand(beginPasskey);
  const { mutateAsync: add } = useCommand(addPasskey);
  return useMutation<NewCodes, { name: string; password?: string }, unknown>({
    async mutation({ name, ...body }) {
      const options = await begin({ body });
      return add({ body: { name, response: await createPasskey(options) } });
    },
    onSuccess(answer) {
      take(answer.state);
      onSuccess(answer);
    },
    onError,
  });
}

export function useRemoveSecondFactor(hooks: Required<CommandHooks<typeof removeSecondFactor>>) {
  const take = useState();
  return useCommand(removeSecondFactor, {
    ...hooks,
    onSuccess(state, input) {
      take(state);
      return hooks.onSuccess(state, input);
    },
  });
}

export function useRenewRecoveryCodes(hooks: Required<CommandHooks<typeof renewRecoveryCodes>>) {
  const take = useState();
  return useCommand(renewRecoveryCodes, {
    ...hooks,
    onSuccess(answer, input) {
      take(answer.state);
      return hooks.onSuccess(answer, input);
    },
  });
}
