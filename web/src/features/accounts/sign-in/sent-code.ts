import { computed, shallowRef, type Ref } from 'vue';
import { StorageSerializers, useStorage } from '@vueuse/core';
import { tabDrafts } from '../../../core/autosave/tab/index.ts';

/** A code that is on its way: where to, and until when it can be typed in. It says nothing of the code itself. */
export interface SentCode {
  hospital: string;
  codeId: string;
  expiresAt: string;
  nextAt: string;
  to: string;
}

const keyOf = (purpose: string) => `code-sent.${purpose}`;

/**
 * What was sent for a purpose, until its time is over. A phone that was used to look into the mailbox may have thrown the page away
 * meanwhile: it comes back to the field for the digits. Nothing is kept where `kept` is false.
 */
export function useSentCode(purpose: string, hospital: () => string, kept: boolean): Ref<SentCode | null> {
  const opened = Date.now();
  const stored: Ref<SentCode | null> = kept
    ? useStorage<SentCode | null>(keyOf(purpose), null, tabDrafts, { serializer: StorageSerializers.object })
    : shallowRef(null);
  return computed({
    get: () => {
      const sent = stored.value;
      return sent && sent.hospital === hospital() && Date.parse(sent.expiresAt) > opened ? sent : null;
    },
    set: (sent) => (stored.value = sent),
  });
}

/** The code was right: a page that is opened anew begins at the beginning. This one stays as it is until it is left. */
export const forgetSentCode = (purpose: string) => tabDrafts.removeItem(keyOf(purpose));

/** Whether somebody was about to type in a code when this page was left. */
export const awaitsCode = (purpose: string) => tabDrafts.getItem(keyOf(purpose)) !== null;
