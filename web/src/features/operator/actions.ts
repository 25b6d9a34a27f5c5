import { useQueryCache } from '@pinia/colada';
import {
  acceptOperatorInvitation,
  endOperatorSession,
  foundHospital,
  openDemoOperatorSession,
  openOperatorInvitation,
  openOperatorSession,
  resumeHospital,
  suspendHospital,
  type Operator,
} from '@yunzhen/shared/operator/operator.contract';
import { useCommand, type CommandHooks } from '../../core/commands/index.ts';
import { operatorSessionKey } from './queries.ts';

/** Shows who is signed in as the operator, or (null) that no one is. */
function useSession() {
  const cache = useQueryCache();
  return (operator: Operator | null) => cache.setQueryData(operatorSessionKey, operator);
}

export const useOpenOperatorSession = (hooks: CommandHooks<typeof openOperatorSession>) =>
  useCommand(openOperatorSession, { ...hooks, onSuccess: useSession() });

export const useOpenDemoOperatorSession = () => useCommand(openDemoOperatorSession, { onSuccess: useSession() });

export function useEndOperatorSession() {
  const show = useSession();
  return useCommand(endOperatorSession, { onSuccess: () => show(null) });
}

/** Opens the link of an invitation. Each opening makes another authenticator. */
export const useOpenOperatorInvitation = () => useCommand(openOperatorInvitation);

export function useAcceptOperatorInvitation(hooks: Required<CommandHooks<typeof acceptOperatorInvitation>>) {
  const show = useSession();
  return useCommand(acceptOperatorInvitation, {
    ...hooks,
    onSuccess(operator, input) {
      show(operator);
      return hooks.onSuccess(operator, input);
    },
  });
}

const operated = { changes: [['operator']] };

export const useFoundHospital = (hooks: CommandHooks<typeof foundHospital>) =>
  useCommand(foundHospital, { ...operated, ...hooks });

export const useSuspendHospital = () => useCommand(suspendHospital, operated);

export const useResumeHospital = () => useCommand(resumeHospital, operated);
