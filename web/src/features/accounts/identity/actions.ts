import { useQueryCache } from '@pinia/colada';
import { checkIdentity } from '@yunzhen/shared/accounts/identity.contract';
import { useCommand, type CommandHooks } from '../../../core/commands/index.ts';
import { identityKey } from './queries.ts';

/** Has the hospital compare the document. Tries are counted: the same one sent again after a lost answer counts once. */
export function useCheckIdentity(patientId: string, hooks: Required<CommandHooks<typeof checkIdentity>>) {
  const cache = useQueryCache();
  return useCommand(checkIdentity, {
    ...hooks,
    onSuccess(answer, input) {
      cache.setQueryData(identityKey(patientId), answer.identity);
      return hooks.onSuccess(answer, input);
    },
  });
}
