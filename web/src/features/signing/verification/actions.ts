import { onScopeDispose, shallowRef } from 'vue';
import { useMutation } from '@pinia/colada';
import { verifyCode } from '@yunzhen/shared/signing/verification.contract';
import type { BodyOf } from '@yunzhen/shared/core/route';
import { api } from '../../../core/api/index.ts';
import { sendDocument } from './send-document.ts';

/** Verifies a prescription’s code. The secret is sent in the request body only. */
export const useCodeCheck = () =>
  useCheck((body: BodyOf<typeof verifyCode>, signal) => api.call(verifyCode, { body, signal }));

/** Verifies a document’s file; `sent` is the uploaded share, from 0 to 1. */
export function useFileCheck() {
  const sent = shallowRef(0);
  const check = useCheck(({ hospital, file }: { hospital: string; file: Blob }, signal) => {
    sent.value = 0;
    return sendDocument(hospital, file, { signal, onProgress: (share) => (sent.value = share) });
  });
  return { ...check, sent };
}

/** Runs one verification at a time: a newer one, or leaving the page, aborts the previous one, whose answer is never shown. */
function useCheck<Input, Result>(send: (input: Input, signal: AbortSignal) => Promise<Result>) {
  let current: AbortController | undefined;
  const abort = () => current?.abort(new DOMException('the check was given up', 'AbortError'));
  const { mutate, reset, isLoading, data, error } = useMutation({
    // What was checked, with its secret, does not stay in memory.
    gcTime: 0,
    async mutation(input: Input) {
      abort();
      current = new AbortController();
      const result = await send(input, current.signal);
      return { result, checkedAt: new Date().toISOString() };
    },
  });
  onScopeDispose(abort);
  function cancel() {
    abort();
    reset();
  }
  return { check: mutate, isLoading, answer: data, error, cancel };
}
