import { useMutation } from '@pinia/colada';
import { updateAccount } from '@yunzhen/shared/accounts/auth.contract';
import { askForOwnCode, changeContact } from '@yunzhen/shared/accounts/one-time-codes.contract';
import type { PersonConfirmation } from '@yunzhen/shared/accounts/person-confirmation.schemas';
import { useCommand, type CommandHooks } from '../../core/commands/index.ts';
import { useSessionStore } from './session.store.ts';
import { useProveCode } from './sign-in/actions.ts';

export const useSaveWishes = () => useCommand(updateAccount);

/** Gives the account the address or telephone that a code has proven. */
export function useChangeContact(hooks: CommandHooks<typeof changeContact>) {
  const session = useSessionStore();
  return useCommand(changeContact, { onAnswer: (account) => session.show(account), ...hooks });
}

/** Sends a code to an address or telephone that the account has already. */
export const useAskForOwnCode = (hooks: CommandHooks<typeof askForOwnCode>) => useCommand(askForOwnCode, hooks);

/** What a person gives to show that it is them: their password, or the code that was sent to them. */
type Given = { password: string } | { codeId: string; hospital: string; code: string };

/** Does the work with what proves the person: their password, or a code. */
export function useConfirmedWork(work: (confirmation: PersonConfirmation) => Promise<void>) {
  const { mutateAsync: prove } = useProveCode();
  return useMutation({
    async mutation(given: Given) {
      if ('password' in given) return work(given);
      const { codeId, ...body } = given;
      const { proof } = await prove({ params: { codeId }, body });
      return work({ proof });
    },
  });
}

/** Continues for a dependant, or (null) for oneself. */
export function useActFor() {
  const session = useSessionStore();
  return useMutation({ mutation: (patientId: string | null) => session.actFor(patientId) });
}
