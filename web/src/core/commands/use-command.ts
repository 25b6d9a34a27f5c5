import { useMutation, useQueryCache, type EntryKey } from '@pinia/colada';
import type { AnyRoute, ResponseOf } from '@yunzhen/shared/core/route';
import { api, mayPass } from '../api/index.ts';
import type { CallInput } from '../api/request.ts';
import { refreshQueries } from '../realtime/index.ts';
import { withConfirmation } from './confirmation.ts';
import { endIntention, intentionOf, keyOf } from './intention.ts';

export interface CommandHooks<R extends AnyRoute> {
  /** Runs before the changed queries are refetched: to announce the answer, or to remove drafts. */
  onAnswer?: (answer: ResponseOf<R>, input: CallInput<R>) => void;
  /** Runs after the changed queries were refetched. */
  onSuccess?: (answer: ResponseOf<R>, input: CallInput<R>) => unknown;
  onError?: (error: unknown, input: CallInput<R>) => unknown;
}

export interface CommandOptions<R extends AnyRoute> extends CommandHooks<R> {
  /** Keys of the queries that the command changes. They are refetched after success, and after a rejection because the page was stale. */
  changes?: readonly EntryKey[] | ((input: CallInput<R>) => readonly EntryKey[]);
  /** The query whose new data the answer contains, by its key; it is not refetched. */
  shows?: (answer: ResponseOf<R>) => readonly [key: EntryKey, data: unknown];
}

/**
 * Colada’s `useMutation` for a route that changes something. The same input sent while the command runs is one request.
 * Sent again after a lost answer or a second-factor confirmation, it has the same idempotency key. `mutateAsync` throws `AppError` or `OfflineError`;
 * `mutate` stores it in `error`.
 */
export function useCommand<R extends AnyRoute>(route: R, options: CommandOptions<R> = {}) {
  const cache = useQueryCache();
  const running = new Map<string, Promise<ResponseOf<R>>>();

  const changedBy = (input: CallInput<R>) =>
    typeof options.changes === 'function' ? options.changes(input) : (options.changes ?? []);
  async function refresh(input: CallInput<R>): Promise<void> {
    await Promise.all(changedBy(input).map((key) => refreshQueries(cache, key)));
  }

  const mutation = useMutation<ResponseOf<R>, CallInput<R>, unknown>({
    async mutation(input) {
      const intention = intentionOf(route.name, input);
      const entities = changedBy(input).map(([entity]) => entity);
      const call = api.call as (route: AnyRoute, input: unknown) => Promise<ResponseOf<R>>;
      try {
        const command = { idempotencyKey: keyOf(intention, entities), ...input };
        const answer = await withConfirmation(route, () => call(route, command));
        endIntention(intention, entities);
        return answer;
      } catch (error) {
        if (!mayPass(error)) endIntention(intention);
        throw error;
      }
    },
    async onSuccess(answer, input) {
      if (options.shows) cache.setQueryData(...options.shows(answer));
      options.onAnswer?.(answer, input);
      await refresh(input);
      await options.onSuccess?.(answer, input);
    },
    async onError(error, input) {
      if (!mayPass(error)) await refresh(input);
      await options.onError?.(error, input);
    },
  });

  const send = mutation.mutateAsync as (input: CallInput<R>) => Promise<ResponseOf<R>>;
  function mutateAsync(input: CallInput<R>): Promise<ResponseOf<R>> {
    const intention = intentionOf(route.name, input);
    const begun = running.get(intention);
    if (begun) return begun;
    const sent = send(input).finally(() => running.delete(intention));
    running.set(intention, sent);
    return sent;
  }
  /** For buttons and forms: settles when the command ends and never throws; `error` has the failure. */
  const mutate = (input: CallInput<R>): Promise<void> =>
    mutateAsync(input).then(
      () => undefined,
      () => undefined,
    );

  return { ...mutation, mutateAsync, mutate };
}
