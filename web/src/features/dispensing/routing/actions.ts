import { choosePharmacy, claimRoutedPrescription } from '@yunzhen/shared/dispensing/routing.contract';
import { useCommand, type CommandHooks } from '../../../core/commands/index.ts';

export const useChoosePharmacy = (hooks?: CommandHooks<typeof choosePharmacy>) =>
  useCommand(choosePharmacy, {
    changes: ({ params }) => [['prescription', params.prescriptionId, 'pharmacy']],
    ...hooks,
  });

export const useClaimRouted = (hooks?: CommandHooks<typeof claimRoutedPrescription>) =>
  useCommand(claimRoutedPrescription, { changes: [['claim']], ...hooks });
