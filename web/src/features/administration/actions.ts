import { onScopeDispose, shallowRef } from 'vue';
import { useMutation } from '@pinia/colada';
import {
  checkAuditChain,
  exportAuditEvents,
  exportAuditProof,
  findAuditPatients,
  type ChainCheckStep,
} from '@yunzhen/shared/administration/audit.contract';
import { addLogo, publishBrand } from '@yunzhen/shared/administration/brand.contract';
import type { HospitalTextKind } from '@yunzhen/shared/administration/consent-texts.constants';
import {
  discardConsentDraft,
  publishConsentDraft,
  saveConsentDraft,
  type ConsentDraft,
  type ConsentWordings,
} from '@yunzhen/shared/administration/consent-texts.contract';
import {
  createDepartment,
  removeDepartment,
  saveDepartment,
} from '@yunzhen/shared/administration/departments.contract';
import { saveHospitalSettings } from '@yunzhen/shared/administration/hospital-settings.contract';
import {
  discardMessageDraft,
  publishMessageDraft,
  resetMessageWords,
  saveMessageDraft,
} from '@yunzhen/shared/administration/message-words.contract';
import { publishPriceList, withdrawPriceList } from '@yunzhen/shared/administration/prices.contract';
import { liftRecordHold, placeRecordHold } from '@yunzhen/shared/administration/record-holds.contract';
import type { BodyInputOf, QueryInputOf } from '@yunzhen/shared/core/route';
import { api } from '../../core/api/index.ts';
import { useCommand, withConfirmation, type CommandHooks } from '../../core/commands/index.ts';
import { offerFile } from '../../ui/index.ts';

export const useCreateDepartment = (hooks?: CommandHooks<typeof createDepartment>) =>
  useCommand(createDepartment, { changes: [['departments']], ...hooks });

export const useSaveDepartment = (hooks?: CommandHooks<typeof saveDepartment>) =>
  useCommand(saveDepartment, { changes: [['departments']], ...hooks });

export const useRemoveDepartment = () => useCommand(removeDepartment, { changes: [['departments']] });

export const useSaveHospitalSettings = (hooks?: CommandHooks<typeof saveHospitalSettings>) =>
  useCommand(saveHospitalSettings, { changes: [['administration', 'settings']], ...hooks });

export const usePublishBrand = (hooks?: CommandHooks<typeof publishBrand>) =>
  useCommand(publishBrand, { changes: [['administration', 'brand'], ['brand']], ...hooks });

/** Uploads a logo. It is not shown before the brand is published. */
export const useAddLogo = (hooks?: CommandHooks<typeof addLogo>) => useCommand(addLogo, hooks);

export const usePublishPriceList = (hooks?: CommandHooks<typeof publishPriceList>) =>
  useCommand(publishPriceList, { changes: [['prices']], ...hooks });

export const useWithdrawPriceList = () => useCommand(withdrawPriceList, { changes: [['prices']] });

const consent = { changes: [['consent']] };

export const useSaveConsentDraft = (hooks?: CommandHooks<typeof saveConsentDraft>) =>
  useCommand(saveConsentDraft, { ...consent, ...hooks });

export const useDiscardConsentDraft = () => useCommand(discardConsentDraft, consent);

/** Saves the typed draft and publishes it. */
export function usePublishConsent({
  onSaved,
  ...hooks
}: {
  onSaved: (draft: ConsentDraft) => void;
  onSuccess: () => void;
  onError: (error: unknown) => unknown;
}) {
  const save = useCommand(saveConsentDraft, consent);
  const publish = useCommand(publishConsentDraft, consent);
  return useMutation({
    async mutation(typed: {
      kind: HospitalTextKind;
      version: number;
      wordings: ConsentWordings;
      body: BodyInputOf<typeof publishConsentDraft>;
    }) {
      const query = { kind: typed.kind };
      const saved = await save.mutateAsync({ query, ifMatch: typed.version, body: typed.wordings });
      onSaved(saved);
      await publish.mutateAsync({ query, ifMatch: saved.version, body: typed.body });
    },
    ...hooks,
  });
}

const wording = {
  changes: [
    ['wording', 'message'],
    ['wording', 'list'],
    ['wording', 'versions'],
  ],
};

export const useSaveMessageDraft = (hooks?: CommandHooks<typeof saveMessageDraft>) =>
  useCommand(saveMessageDraft, { ...wording, ...hooks });

export const usePublishMessageDraft = () => useCommand(publishMessageDraft, wording);

export const useResetMessage = () => useCommand(resetMessageWords, wording);

export const useDiscardMessageDraft = () => useCommand(discardMessageDraft, wording);

export const usePlaceRecordHold = (hooks?: CommandHooks<typeof placeRecordHold>) =>
  useCommand(placeRecordHold, { changes: [['record-holds']], ...hooks });

export const useLiftRecordHold = () => useCommand(liftRecordHold, { changes: [['record-holds']] });

/** Exports the audit as a file. `cancel`, or leaving the page, stops it without an error. */
export function useAuditExport() {
  let control = new AbortController();
  const cancel = () => control.abort();
  onScopeDispose(cancel);
  const { mutate, isLoading, error } = useMutation({
    async mutation(query: QueryInputOf<typeof exportAuditEvents>) {
      control = new AbortController();
      const { signal } = control;
      try {
        const file = await withConfirmation(exportAuditEvents, () =>
          api.callFile(exportAuditEvents, { query, signal }),
        );
        offerFile(file, `audit-${new Date().toISOString().slice(0, 10)}.csv`);
      } catch (failure) {
        if (!signal.aborted) throw failure;
      }
    },
  });
  return { start: mutate, cancel, isLoading, error };
}

/** Verifies the audit chain step by step. `cancel`, or leaving the page, stops it without an error. */
export function useChainCheck() {
  let control = new AbortController();
  const cancel = () => control.abort();
  onScopeDispose(cancel);
  const step = shallowRef<ChainCheckStep | null>(null);
  const { mutate, isLoading, error } = useMutation({
    async mutation() {
      control = new AbortController();
      const { signal } = control;
      step.value = null;
      try {
        let after: string | undefined;
        do {
          step.value = await api.call(checkAuditChain, { query: { after }, signal });
          after = step.value.next ?? undefined;
        } while (after !== undefined);
      } catch (failure) {
        step.value = null;
        if (!signal.aborted) throw failure;
      }
    },
  });
  return { start: () => mutate(), cancel, step, isLoading, error };
}

/** Finds patients to search the audit for. */
export const useFindAuditPatients = (hooks: CommandHooks<typeof findAuditPatients>) =>
  useCommand(findAuditPatients, hooks);

/** Downloads the audit events of a visit, with proofs, as a file. */
export const useAuditProof = () =>
  useMutation({
    async mutation(visitId: string) {
      const file = await withConfirmation(exportAuditProof, () =>
        api.callFile(exportAuditProof, { params: { visitId } }),
      );
      offerFile(file, `audit-proof-${visitId}.zip`);
    },
  });
