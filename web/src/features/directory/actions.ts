import { useMutation, useQueryCache } from '@pinia/colada';
import { removePortrait, savePortrait } from '@yunzhen/shared/directory/portraits.contract';
import {
  acceptStaffInvitation,
  confirmApplication,
  returnApplication,
  disableStaffMember,
  remindOfSecondFactor,
  resetSecondFactor,
  enableStaffMember,
  inviteStaff,
  renewStaffInvitation,
  savePractitioner,
  setStaffRoles,
  withdrawStaffInvitation,
  type StaffMember,
} from '@yunzhen/shared/directory/staff.contract';
import {
  removeApplicationPortrait,
  saveApplicationPortrait,
  submitApplication,
  type OwnApplication,
} from '@yunzhen/shared/directory/applications.contract';
import { useCommand, type CommandHooks } from '../../core/commands/index.ts';
import { codeOf } from '../../core/i18n/index.ts';

/** The second factor part of a form. */
type Gate = () => { runConfirmed: (work: () => Promise<unknown>) => Promise<boolean> } | null;

const needsFactor = (error: unknown) => codeOf(error) === 'auth.second-factor-required';

/** Returns an error, except a request for the second factor, which the page then asks for. */
export const refusalOf = (error: unknown) => (needsFactor(error) ? undefined : error);

/** Wraps a command that needs the second factor: asks for it first, and again when the server reports that the confirmation has expired. */
function useGated<Input>(gate: Gate, command: (input: Input) => Promise<unknown>) {
  const { mutateAsync, isLoading, error } = useMutation({
    mutation: async (input: Input) => void (await gate()?.runConfirmed(() => command(input))),
  });
  const submit = (input: Input) => mutateAsync(input).catch(() => undefined);
  return { submit, isLoading, error };
}

export const useInviteStaff = (gate: Gate, hooks?: CommandHooks<typeof inviteStaff>) =>
  useGated(gate, useCommand(inviteStaff, { changes: [['staff']], ...hooks }).mutateAsync);

/** Creates a new link. `onSecondFactor` asks for the second factor where the server requires it. */
export const useRenewInvitation = (hooks: CommandHooks<typeof renewStaffInvitation>, onSecondFactor: () => void) =>
  useCommand(renewStaffInvitation, {
    changes: [['staff']],
    ...hooks,
    onError: (error) => needsFactor(error) && onSecondFactor(),
  });

export const useWithdrawInvitation = () => useCommand(withdrawStaffInvitation, { changes: [['staff']] });

export const useAcceptInvitation = (hooks?: CommandHooks<typeof acceptStaffInvitation>) =>
  useCommand(acceptStaffInvitation, hooks);

/** Changes of one staff member: the answer updates the page at once. */
const memberChange = {
  changes: [['staff']],
  shows: (member: StaffMember) => [['staff', 'member', member.id], member] as const,
};

export const useSetRoles = (gate: Gate, hooks?: CommandHooks<typeof setStaffRoles>) =>
  useGated(gate, useCommand(setStaffRoles, { ...memberChange, ...hooks }).mutateAsync);

export const useSavePractitioner = (hooks?: CommandHooks<typeof savePractitioner>) =>
  useCommand(savePractitioner, { ...memberChange, ...hooks });

export const useConfirmApplication = (hooks?: CommandHooks<typeof confirmApplication>) =>
  useCommand(confirmApplication, { ...memberChange, ...hooks });

export const useReturnApplication = (hooks?: CommandHooks<typeof returnApplication>) =>
  useCommand(returnApplication, { ...memberChange, ...hooks });

/** Changes of one’s own details: the answer updates the page at once. */
const ownChange = {
  changes: [['application']],
  shows: (own: OwnApplication) => [['application', 'own'], own] as const,
};

export const useSubmitApplication = (hooks?: CommandHooks<typeof submitApplication>) =>
  useCommand(submitApplication, { ...ownChange, ...hooks });

export const useSaveApplicationPortrait = (hooks?: CommandHooks<typeof saveApplicationPortrait>) =>
  useCommand(saveApplicationPortrait, { ...ownChange, ...hooks });

export const useRemoveApplicationPortrait = (hooks?: CommandHooks<typeof removeApplicationPortrait>) =>
  useCommand(removeApplicationPortrait, { ...ownChange, ...hooks });

export const useDisableStaffMember = () => useCommand(disableStaffMember, memberChange);

export const useRemindOfSecondFactor = (hooks: CommandHooks<typeof remindOfSecondFactor>) =>
  useCommand(remindOfSecondFactor, { changes: [['staff', 'missing-factors']], ...hooks });

export const useResetSecondFactor = () =>
  useCommand(resetSecondFactor, { ...memberChange, shows: ({ member }) => memberChange.shows(member) });

/** Lets a staff member sign in again. `onSecondFactor` asks for the second factor where the server requires it. */
export const useEnableStaffMember = (onSecondFactor: () => void) =>
  useCommand(enableStaffMember, {
    ...memberChange,
    onError: (error) => needsFactor(error) && onSecondFactor(),
  });

export function useSavePortrait(hooks?: Pick<CommandHooks<typeof savePortrait>, 'onSuccess'>) {
  const cache = useQueryCache();
  return useCommand(savePortrait, {
    onAnswer: (answer, { params }) => cache.setQueryData(['portrait', params.doctorId], answer),
    ...hooks,
  });
}

export function useRemovePortrait(hooks?: Pick<CommandHooks<typeof removePortrait>, 'onSuccess'>) {
  const cache = useQueryCache();
  return useCommand(removePortrait, {
    onAnswer: (answer, { params }) => cache.setQueryData(['portrait', params.doctorId], answer),
    ...hooks,
  });
}
