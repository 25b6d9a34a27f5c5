import { useMutation, useQueryCache, type EntryKey } from '@pinia/colada';
import type { AnyRoute, ResponseOf } from '@yunzhen/shared/core/route';
import { api, mayPass } from '../api/index.ts';
import type { CallInput } from '../api/request.ts';
import { refreshQueries } from '../realtime/index.ts';
import { withConfirmation } from './confirmation.ts';
import { endIntention, intentionOf, keyOf } from './intention.ts';

export interface CommandHooks<R extends AnyRoute> {
  /** Runs at once, before the changed queries are fetched again: for what is said of the answer, or drafts that it ends. */
  onAnswer?: (answer: ResponseOf<R>, input: CallInput<R>) => void;
  /** Runs after the changed queries were fetched again. */
  onSuccess?: (answer: ResponseOf<R>, input: CallInput<R>) => unknown;
  onError?: (error: unknown, input: CallInput<R>) => unknown;
}

export interface CommandOptions<R extends AnyRoute> extends CommandHooks<R> {
  /** Keys of the queries that the command changes. They are fetched again after success, and after a refusal: the page was stale. */
  changes?: readonly EntryKey[] | ((input: CallInput<R>) => readonly EntryKey[]);
  /** The query whose new data the answer has, by its key: it need not be fetched again. */
  shows?: (answer: ResponseOf<R>) => readonly [key: EntryKey, data: unknown];
}

/**
 * Colada's `useMutation` for a route that changes something. The same input sent again while it runs is one request; sent again
 * after a lost answer, or after the person has confirmed with a second factor, it carries the same idempotency key. `mutateAsync` throws `AppError` or `OfflineError`, `mutate` keeps it in `error`.
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
  /** For a button or a form: settles when it is over, never throws; what goes wrong is in `error`. */
  const mutate = (input: CallInput<R>): Promise<void> =>
    mutateAsync(input).then(
      () => undefined,
      () => undefined,
    );

  return { ...mutation, mutateAsync, mutate };
}
