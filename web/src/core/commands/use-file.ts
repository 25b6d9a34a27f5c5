import { useMutation } from '@pinia/colada';
import type { AnyRoute } from '@yunzhen/shared/core/route';
import { api } from '../api/index.ts';
import { withConfirmation } from './confirmation.ts';
import type { CallInput } from '../api/request.ts';

/** Fetches a file on request rather than as a query, because each read is audited. `mutateAsync` throws `AppError` or `OfflineError`. */
export function useFile<R extends AnyRoute>(route: R) {
  const call = api.callFile as (route: AnyRoute, input: unknown) => Promise<Blob>;
  return useMutation<Blob, CallInput<R>, unknown>({
    mutation: (input) => withConfirmation(route, () => call(route, input)),
  });
}
