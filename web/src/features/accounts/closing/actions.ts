import { useQueryCache } from '@pinia/colada';
import { askForClosing, takeClosingBack, type OwnClosing } from '@yunzhen/shared/accounts/account-closing.contract';
import { useCommand } from '../../../core/commands/index.ts';
import { useQueryRefresh } from '../../../core/realtime/index.ts';
import { ownClosingKey } from './queries.ts';

/** Shows the answer. After an error, also a lost answer, the hospital is asked what it knows; the error does not wait for that. */
function useHooks() {
  const cache = useQueryCache();
  const refresh = useQueryRefresh();
  return {
    onSuccess: (now: OwnClosing) => cache.setQueryData(ownClosingKey, now),
    onError: () => void refresh(ownClosingKey),
  };
}

export const useAskForClosing = () => useCommand(askForClosing, useHooks());

export const useTakeClosingBack = () => useCommand(takeClosingBack, useHooks());
