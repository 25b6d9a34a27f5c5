import { useMutation } from '@pinia/colada';
import { updateAccount } from '@yunzhen/shared/accounts/auth.contract';
import { askForOwnCode, changeContact } from '@yunzhen/shared/accounts/one-time-codes.contract';
import type { PersonConfirmation } from '@yunzhen/shared/accounts/person-confirmation.schemas';
import { useCommand, type CommandHooks } from '../../core/commands/index.ts';
import { useSessionStore } from './session.store.ts';
import { useProveCode } from './sign-in/actions.ts';

export const useSaveWishes = () => useCommand(updateAccount);

/** Sets the account’s e-mail address or phone number to one proven by a code. */
export function useChangeContact(hooks: CommandHooks<typeof changeContact>) {
  const session = useSessionStore();
  return useCommand(changeContact, { onAnswer: (account) => session.show(account), ...hooks });
}

/** Sends a code to an e-mail address or phone number that the account already has. */
export const useAskForOwnCode = (hooks: CommandHooks<typeof askForOwnCode>) => useCommand(askForOwnCode, hooks);

/** Proof of the person: their password, or the code that was sent to them. */
type Given = { password: string } | { codeId: string; hospital: string; code: string };

/** Runs the work with the proof of the person: their password, or a code. */
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

/** Switches to acting for a dependant, or (null) for the account’s own patient. */
export function useActFor() {
  const session = useSessionStore();
  return useMutation({ mutation: (patientId: string | null) => session.actFor(patientId) });
}
