import { askRepeat, withdrawRepeat } from '@yunzhen/shared/prescribing/repeat-requests.contract';
import { readPrescriptionCode, readPrescriptionDocument } from '@yunzhen/shared/signing/prescription-paper.contract';
import { useCommand, useFile, type CommandHooks } from '../../../core/commands/index.ts';

export const useAskRepeat = (hooks?: CommandHooks<typeof askRepeat>) =>
  useCommand(askRepeat, { changes: [['repeat']], ...hooks });

export const useWithdrawRepeat = () => useCommand(withdrawRepeat, { changes: [['repeat']] });

/** The printed code, fetched on request, because its holder can collect the medicines. */
export const usePrescriptionCode = (hooks: CommandHooks<typeof readPrescriptionCode>) =>
  useCommand(readPrescriptionCode, hooks);

export const usePrescriptionFile = () => useFile(readPrescriptionDocument);
