import { onScopeDispose, shallowRef } from 'vue';

export interface Answer<Result> {
  result: Result;
  /** Time of the server’s answer. */
  checkedAt: string;
}

/** Runs one verification at a time: a newer one, or leaving the page, aborts the previous one, whose answer is never shown. */
export function useCheck<Result>() {
  const busy = shallowRef(false);
  const answer = shallowRef<Answer<Result>>();
  const error = shallowRef<unknown>();
  let current: AbortController | undefined;

  function cancel() {
    current?.abort(new DOMException('the check was given up', 'AbortError'));
    current = undefined;
    busy.value = false;
  }

  async function run(check: (signal: AbortSignal) => Promise<Result>) {
    cancel();
    const mine = (current = new AbortController());
    busy.value = true;
    answer.value = undefined;
    error.value = undefined;
    try {
      const result = await check(mine.signal);
      if (mine === current) answer.value = { result, checkedAt: new Date().toISOString() };
    } catch (caught) {
      if (mine === current) error.value = caught;
    } finally {
      if (mine === current) busy.value = false;
    }
  }

  onScopeDispose(cancel);
  return { busy, answer, error, run, cancel };
}
