import { computed, shallowRef, watch, type Ref } from 'vue';
import type { Caption } from '@yunzhen/shared/calls/call.contract';
import { captionLength, type CaptionOrigin } from '@yunzhen/shared/calls/call.constants';
import type { CallClient, CallState } from '../../../core/rtc/index.ts';
import type { ShownCaption } from './caption-lines.ts';
import { useOwnSpeech, type OwnVoice } from './use-own-speech.ts';
import { useCaptionLines } from './use-caption-lines.ts';

/** What became of a line: received by all, by some or by none of those who may read it now, or not sent. */
type Delivery = 'all' | 'some' | 'nobody' | 'notSent';

interface CaptionScene extends Omit<OwnVoice, 'audible'> {
  readonly state: Ref<CallState>;
  /** Whether the call is, or is about to be, encrypted end to end: then it has no captions. */
  readonly encrypted: Ref<boolean>;
}

/** Captions of a call: lines that participants type, or that their own device recognises in their speech. Nothing is stored. */
export function useCaptions(call: CallClient, { microphone, muted, state, encrypted }: CaptionScene) {
  const { lines, shown, waiting, add, clear } = useCaptionLines();
  const delivery = shallowRef<Delivery>('all');
  const heard = shallowRef<ShownCaption>();
  const inCall = computed(() => state.value.phase !== 'stopped' && !encrypted.value);
  let nameOf = (_participantId: string): string => '';
  let line = 0;

  async function send(caption: Caption): Promise<void> {
    const answer = encrypted.value ? undefined : await call.sendCaption(caption);
    if (!answer) delivery.value = 'notSent';
    else if (answer.received === 0) delivery.value = 'nobody';
    else delivery.value = answer.missed > 0 ? 'some' : 'all';
  }

  call.on('caption', (caption) => {
    if (encrypted.value) return;
    const named = { ...caption, name: nameOf(caption.participantId) };
    add(named);
    heard.value = { ...named, at: Date.now() };
  });

  function say(text: string, origin: CaptionOrigin, number = (line += 1)): Caption {
    const caption: Caption = { line: number, text: text.trim().slice(-captionLength).toWellFormed(), origin };
    add({ ...caption, participantId: null, name: '' });
    return caption;
  }

  const speech = useOwnSpeech(
    {
      microphone,
      muted,
      audible: computed(() => state.value.phase === 'live' && state.value.roomPhase === 'open' && !encrypted.value),
    },
    { begin: () => (line += 1), say: (text, number) => say(text, 'speech', number), send },
  );

  // Nobody is recognised without a sign of it on the page.
  watch(
    [shown, inCall],
    ([isShown, isInCall]) => {
      if (!isInCall) {
        clear();
        delivery.value = 'all';
      }
      if (!isShown || !isInCall) speech.on.value = false;
    },
    { flush: 'sync' },
  );

  return {
    /** Sets how the stage names participants. */
    namedBy(name: (participantId: string) => string) {
      nameOf = name;
    },
    lines,
    /** Whether the page shows captions. */
    shown,
    /** Whether lines have arrived since the user hid the captions. */
    waiting,
    /** The last caption of another participant. */
    heard,
    delivery,
    /** Sends a typed line. */
    type: (text: string) => send(say(text, 'typed')),
    speech,
  };
}
