import { computed, onScopeDispose, shallowRef, watch, type Ref } from 'vue';
import { useThrottleFn } from '@vueuse/core';
import type { Caption } from '@yunzhen/shared/calls/call.contract';
import { useText } from '../../../core/i18n/index.ts';
import { localSpeechTag, mayRecognizeLocally, recognizeLocally } from './local-speech.ts';

/** How often the text of a line that is being spoken is sent. */
const speechIntervalMs = 500;

export interface OwnVoice {
  readonly microphone: Ref<{ readonly track: MediaStreamTrack | null }>;
  readonly muted: Ref<boolean>;
  /** Whether everyone in the call hears this participant now. */
  readonly audible: Ref<boolean>;
}

interface SpeechLines {
  begin: () => number;
  say: (text: string, line: number) => Caption;
  send: (caption: Caption) => Promise<void>;
}

/**
 * Captions of this user’s own speech, off until they switch it on. Recognises only what the others hear: an utterance that began on hold or muted is
 * neither shown nor sent afterwards.
 */
export function useOwnSpeech({ microphone, muted, audible }: OwnVoice, out: SpeechLines) {
  const { locale } = useText();
  const tag = shallowRef<string>();
  const wanted = shallowRef(false);
  const failed = shallowRef(false);

  watch(locale, () => (wanted.value = false));

  function fail(): void {
    wanted.value = false;
    failed.value = true;
  }

  /** Asks the browser for the language only now, not when the call opens. */
  async function findLanguage(): Promise<void> {
    tag.value = await localSpeechTag(locale.value);
    if (tag.value === undefined) fail();
  }

  const recognition = recognitionOf(out, fail);
  watch(
    [wanted, muted, audible, () => microphone.value.track, tag],
    ([isWanted, isMuted, isAudible, track, language]) => {
      recognition.stop();
      if (isWanted && !isMuted && isAudible && track && language) recognition.start(track, language);
    },
    // At once: the next result of the recogniser may already belong to another phase.
    { flush: 'sync' },
  );
  onScopeDispose(recognition.stop);

  return {
    /** Whether this browser can be asked to recognise speech without sending the sound anywhere. */
    possible: mayRecognizeLocally(),
    failed,
    on: computed({
      get: () => wanted.value,
      set(now) {
        failed.value = false;
        wanted.value = now;
        if (now) void findLanguage();
      },
    }),
  };
}

function recognitionOf(out: SpeechLines, onFailed: () => void) {
  let stopRecognizer: (() => void) | undefined;
  let latest: Caption | undefined;
  const sendLatest = () => latest && out.send(latest);
  const sendSoon = useThrottleFn(sendLatest, speechIntervalMs, true);

  function start(track: MediaStreamTrack, language: string): void {
    const numbers = new Map<number, number>();
    stopRecognizer = recognizeLocally({
      tag: language,
      track,
      onText(utterance, text, final) {
        if (text.trim() === '') return;
        const number = numbers.get(utterance) ?? out.begin();
        numbers.set(utterance, number);
        latest = out.say(text, number);
        void (final ? sendLatest() : sendSoon());
      },
      onFailed,
    });
  }

  /** Stops, and drops what has not been sent. */
  function stop(): void {
    latest = undefined;
    stopRecognizer?.();
    stopRecognizer = undefined;
  }

  return { start, stop };
}
