import {
  acceptOperatorInvitation,
  drainMediaNode,
  endOperatorSession,
  foundHospital,
  inviteOperator,
  openDemoOperatorSession,
  openOperatorInvitation,
  openOperatorSession,
  releaseMediaNode,
  resumeHospital,
  setCallPlaces,
  suspendHospital,
  type Operator,
} from '@yunzhen/shared/operator/operator.contract';
import { useCommand, type CommandHooks } from '../../core/commands/index.ts';
import { operatorSessionKey } from './queries.ts';

const shown = { shows: (operator: Operator) => [operatorSessionKey, operator] as const };

export const useOpenOperatorSession = (hooks: CommandHooks<typeof openOperatorSession>) =>
  useCommand(openOperatorSession, { ...shown, ...hooks });

export const useOpenDemoOperatorSession = () => useCommand(openDemoOperatorSession, shown);

export const useEndOperatorSession = () => useCommand(endOperatorSession, { shows: () => [operatorSessionKey, null] });

/** Opens an invitation link. Each opening creates another authenticator secret. */
export const useOpenOperatorInvitation = () => useCommand(openOperatorInvitation);

export const useAcceptOperatorInvitation = (hooks: CommandHooks<typeof acceptOperatorInvitation>) =>
  useCommand(acceptOperatorInvitation, { ...shown, ...hooks });

const operated = { changes: [['operator']] };
const nodes = { changes: [['operator', 'media-nodes']] };

export const useFoundHospital = (hooks: CommandHooks<typeof foundHospital>) =>
  useCommand(foundHospital, { ...operated, ...hooks });

export const useInviteOperator = (hooks: CommandHooks<typeof inviteOperator>) =>
  useCommand(inviteOperator, { ...operated, ...hooks });

export const useSuspendHospital = () => useCommand(suspendHospital, operated);

export const useSetCallPlaces = (hooks: CommandHooks<typeof setCallPlaces>) =>
  useCommand(setCallPlaces, { ...operated, ...hooks });

export const useResumeHospital = () => useCommand(resumeHospital, operated);

export const useDrainMediaNode = (hooks: CommandHooks<typeof drainMediaNode>) =>
  useCommand(drainMediaNode, { ...nodes, ...hooks });

export const useReleaseMediaNode = (hooks: CommandHooks<typeof releaseMediaNode>) =>
  useCommand(releaseMediaNode, { ...nodes, ...hooks });
