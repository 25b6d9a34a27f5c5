import { computed, onScopeDispose, shallowRef, watch, type Ref } from 'vue';
import { useThrottleFn } from '@vueuse/core';
import type { Caption } from '@yunzhen/shared/calls/call.contract';
import { captionLength, type CaptionOrigin } from '@yunzhen/shared/calls/call.constants';
import { useText } from '../../../core/i18n/index.ts';
import type { CallClient } from '../../../core/rtc/index.ts';
import { captionShownMs, shownCaptions, withCaption, type ShownCaption } from './caption-lines.ts';
import { localSpeechTag, mayRecognizeLocally, recognizeLocally } from './local-speech.ts';

/** How often the text of a line that is being spoken is sent. */
const speechIntervalMs = 500;

/** Captions of a call: lines that participants type, or that their own device recognises in their speech. Nothing is stored. */
export function useCaptions(call: CallClient, { microphone, muted }: OwnVoice) {
  const lines = shallowRef<readonly ShownCaption[]>([]);
  /** Whether the page shows captions: from the first one on, or at the user’s wish. */
  const shown = shallowRef(false);
  const dismissed = shallowRef(false);
  const sent = shallowRef(true);
  const heard = shallowRef<ShownCaption>();
  let nameOf = (_participantId: string): string => '';
  let line = 0;
  let expiry: ReturnType<typeof setTimeout> | undefined;
  onScopeDispose(() => clearTimeout(expiry));

  function expire(): void {
    lines.value = shownCaptions(lines.value, Date.now());
    clearTimeout(expiry);
    const oldest = Math.min(...lines.value.map(({ at }) => at));
    if (lines.value.length > 0) expiry = setTimeout(expire, Math.max(0, oldest + captionShownMs - Date.now()));
  }

  function add(caption: Omit<ShownCaption, 'at'>): void {
    lines.value = withCaption(lines.value, { ...caption, at: Date.now() });
    if (!dismissed.value) shown.value = true;
    expire();
  }

  async function send(caption: Caption): Promise<void> {
    sent.value = await call.sendCaption(caption);
  }

  call.on('caption', (caption) => {
    const named = { ...caption, name: nameOf(caption.participantId) };
    add(named);
    heard.value = { ...named, at: Date.now() };
  });

  function say(text: string, origin: CaptionOrigin, number = (line += 1)): Caption {
    const caption: Caption = { line: number, text: text.trim().slice(-captionLength).toWellFormed(), origin };
    add({ ...caption, participantId: null, name: '' });
    return caption;
  }

  return {
    /** Sets how the stage names participants. */
    namedBy(name: (participantId: string) => string) {
      nameOf = name;
    },
    lines,
    /** The last caption of another participant. */
    heard,
    /** False after a caption that did not reach the others. */
    sent,
    shown: computed({
      get: () => shown.value,
      set(wanted) {
        shown.value = wanted;
        dismissed.value = !wanted;
      },
    }),
    /** Sends a typed line. */
    type: (text: string) => send(say(text, 'typed')),
    speech: useOwnSpeech(
      { microphone, muted },
      {
        begin: () => (line += 1),
        say: (text, number) => say(text, 'speech', number),
        send,
      },
    ),
  };
}

interface OwnVoice {
  readonly microphone: Ref<{ readonly track: MediaStreamTrack | null }>;
  readonly muted: Ref<boolean>;
}

/** Captions of this user’s own speech, off until they switch it on. */
function useOwnSpeech(
  { microphone, muted }: OwnVoice,
  out: { begin: () => number; say: (text: string, line: number) => Caption; send: (caption: Caption) => Promise<void> },
) {
  const { locale } = useText();
  const tag = shallowRef<string>();
  const wanted = shallowRef(false);
  const failed = shallowRef(false);
  let stop: (() => void) | undefined;

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
  let latest: Caption | undefined;
  const sendLatest = () => latest && out.send(latest);
  const sendSoon = useThrottleFn(sendLatest, speechIntervalMs, true);

  function start(track: MediaStreamTrack, language: string): () => void {
    const numbers = new Map<number, number>();
    return recognizeLocally({
      tag: language,
      track,
      onText(utterance, text, final) {
        if (text.trim() === '') return;
        const number = numbers.get(utterance) ?? out.begin();
        numbers.set(utterance, number);
        latest = out.say(text, number);
        void (final ? sendLatest() : sendSoon());
      },
      onFailed: fail,
    });
  }

  watch([wanted, muted, () => microphone.value.track, tag], ([isWanted, isMuted, track, language]) => {
    stop?.();
    stop = isWanted && !isMuted && track && language ? start(track, language) : undefined;
  });
  onScopeDispose(() => stop?.());

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
