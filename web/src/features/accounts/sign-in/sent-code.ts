import { computed, shallowRef, type Ref } from 'vue';
import { StorageSerializers, useStorage } from '@vueuse/core';
import { tabDrafts } from '../../../core/autosave/tab/index.ts';

/** A sent code: its destination, and until when it is valid. The code itself is not included. */
export interface SentCode {
  hospital: string;
  codeId: string;
  expiresAt: string;
  nextAt: string;
  to: string;
}

const keyOf = (purpose: string) => `code-sent.${purpose}`;

/**
 * Returns the code sent for a purpose until it expires. It survives a reload, because a phone may unload the page while the user reads the mailbox.
 * Nothing is stored where `kept` is false.
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

/** Deletes the stored code after it was accepted: a newly opened page starts from the beginning. The present page does not change. */
export const forgetSentCode = (purpose: string) => tabDrafts.removeItem(keyOf(purpose));

/** Returns whether the user was about to enter a code when this page was left. */
export const awaitsCode = (purpose: string) => tabDrafts.getItem(keyOf(purpose)) !== null;
