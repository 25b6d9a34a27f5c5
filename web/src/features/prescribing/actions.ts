import {
  cancelPrescription,
  createPrescription,
  followUpReturned,
  keepAcknowledgements,
  savePrescription,
  signPrescription,
} from '@yunzhen/shared/prescribing/prescribing.contract';
import { acceptRepeat, declineRepeat } from '@yunzhen/shared/prescribing/repeat-requests.contract';
import { createTemplate, removeTemplate } from '@yunzhen/shared/prescribing/templates.contract';
import type { BodyInputOf } from '@yunzhen/shared/core/route';
import { api } from '../../core/api/index.ts';
import { useCommand, type CommandHooks } from '../../core/commands/index.ts';
import { useStorePrescription } from './queries.ts';

export const useCreatePrescription = (visitId: string) =>
  useCommand(createPrescription, { onSuccess: useStorePrescription(visitId) });

/** For autosave, which has its own busy and error state. */
export const storeItems = (
  prescriptionId: string,
  items: BodyInputOf<typeof savePrescription>['items'],
  version: number,
) => api.call(savePrescription, { params: { prescriptionId }, body: { items }, ifMatch: version });

/** Saves the lines of a draft outside autosave, which repeats its checks. */
export const useSavePrescription = (hooks: CommandHooks<typeof savePrescription>) =>
  useCommand(savePrescription, hooks);

export const useKeepAcknowledgements = (hooks: CommandHooks<typeof keepAcknowledgements>) =>
  useCommand(keepAcknowledgements, hooks);

export const useSignPrescription = (visitId: string, hooks?: Pick<CommandHooks<typeof signPrescription>, 'onAnswer'>) =>
  useCommand(signPrescription, { onSuccess: useStorePrescription(visitId), ...hooks });

/** Discards a draft, withdraws a signed prescription, or asks the pharmacy that has claimed it to release it. */
export const useCancelPrescription = (visitId: string) =>
  useCommand(cancelPrescription, { onSuccess: useStorePrescription(visitId) });

/** Of the visit’s doctor, who may not be the one who prescribed it, so the to-do list is refetched here. */
export const useFollowUpReturned = (visitId: string) =>
  useCommand(followUpReturned, { changes: [['work']], onSuccess: useStorePrescription(visitId) });

export const useCreateTemplate = (hooks?: CommandHooks<typeof createTemplate>) =>
  useCommand(createTemplate, { changes: [['template']], ...hooks });

export const useRemoveTemplate = () => useCommand(removeTemplate, { changes: [['template']] });

export const useAcceptRepeat = (hooks?: CommandHooks<typeof acceptRepeat>) =>
  useCommand(acceptRepeat, { changes: [['repeat']], ...hooks });

export const useDeclineRepeat = () => useCommand(declineRepeat, { changes: [['repeat']] });
