import {
  answerCancellation,
  claimPrescription,
  correctDispense,
  dispense,
  releaseClaim,
} from '@yunzhen/shared/dispensing/dispensing.contract';
import {
  acceptPharmacyInvitation,
  createPharmacy,
  inviteDispenser,
  makePharmacyKey,
  openCounter,
  renewPharmacyInvitation,
  resetDispenserFactor,
  withdrawDispenser,
  withdrawPharmacyInvitation,
  withdrawPharmacy,
  withdrawPharmacyKey,
} from '@yunzhen/shared/dispensing/pharmacies.contract';
import { useCommand, type CommandHooks } from '../../core/commands/index.ts';

const pharmacies = { changes: [['pharmacy']] };
const claims = { changes: [['claim']] };

export const useCreatePharmacy = (hooks?: CommandHooks<typeof createPharmacy>) =>
  useCommand(createPharmacy, { ...pharmacies, ...hooks });

export const useMakePharmacyKey = () => useCommand(makePharmacyKey, pharmacies);

export const useInviteDispenser = (hooks?: CommandHooks<typeof inviteDispenser>) =>
  useCommand(inviteDispenser, { ...pharmacies, ...hooks });

export const useRenewPharmacyInvitation = () => useCommand(renewPharmacyInvitation, pharmacies);

export const useResetDispenserFactor = () => useCommand(resetDispenserFactor, pharmacies);

export const useWithdrawInvitation = () => useCommand(withdrawPharmacyInvitation, pharmacies);

/** Withdraws a pharmacy, its counter’s key, or one of its dispensers. */
export function useWithdrawals() {
  return {
    pharmacy: useCommand(withdrawPharmacy, pharmacies),
    key: useCommand(withdrawPharmacyKey, pharmacies),
    dispenser: useCommand(withdrawDispenser, pharmacies),
  };
}

export const useAcceptPharmacyInvitation = (hooks?: CommandHooks<typeof acceptPharmacyInvitation>) =>
  useCommand(acceptPharmacyInvitation, hooks);

/** Signs in a pharmacy’s counter with its key. */
export const useOpenCounter = (hooks?: CommandHooks<typeof openCounter>) => useCommand(openCounter, hooks);

export const useClaimPrescription = (hooks?: CommandHooks<typeof claimPrescription>) =>
  useCommand(claimPrescription, hooks);

export const useDispense = () => useCommand(dispense, claims);

export const useCorrectDispense = () => useCommand(correctDispense, { changes: [['claim'], ['receipt']] });

export const useReleaseClaim = () => useCommand(releaseClaim, claims);

/** Accepts or declines the doctor’s request to cancel a claimed prescription. */
export const useAnswerCancellation = (hooks?: CommandHooks<typeof answerCancellation>) =>
  useCommand(answerCancellation, { ...claims, ...hooks });
