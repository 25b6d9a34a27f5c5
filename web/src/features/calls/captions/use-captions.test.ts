// @vitest-environment happy-dom
import { effectScope, nextTick, shallowRef } from 'vue';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Caption, CaptionAnswer } from '@yunzhen/shared/calls/call.contract';
import { captionLength } from '@yunzhen/shared/calls/call.constants';
import { appTexts } from '../../../app/texts/texts.ts';
import { needTexts, provideTexts, setLocale } from '../../../core/i18n/index.ts';
import type { CallClient, CallState } from '../../../core/rtc/index.ts';
import { captionShownMs } from './caption-lines.ts';
import { useCaptions } from './use-captions.ts';

const sent: Caption[] = [];
const muted = shallowRef(false);
const microphone = shallowRef<{ track: MediaStreamTrack | null }>({ track: {} as MediaStreamTrack });
const encrypted = shallowRef(false);
const live: CallState = {
  phase: 'live',
  roomPhase: 'open',
  carried: 'all',
  mediaUp: true,
  generation: 1,
  attempts: 0,
  failure: null,
  stopReason: null,
  phone: null,
};
const state = shallowRef(live);
let answer: CaptionAnswer | undefined;
let push: (caption: Caption & { participantId: string }) => void = () => undefined;
const call = {
  on: (_event: string, listener: typeof push) => (push = listener),
  sendCaption: async (caption: Caption) => {
    sent.push(caption);
    return answer;
  },
} as unknown as CallClient;
let scope = effectScope();
type Captions = ReturnType<typeof useCaptions>;
function opened() {
  const captions = scope.run(() => useCaptions(call, { microphone, muted, state, encrypted }));
  if (!captions) throw new Error('the scope has ended');
  return captions;
}
const heard = (line: number, text: string) => push({ line, text, origin: 'typed', participantId: 'patient' });

beforeEach(async () => {
  provideTexts(appTexts);
  await needTexts(['call']);
  await setLocale('en');
  sent.length = 0;
  answer = { received: 1, missed: 0 };
  muted.value = false;
  encrypted.value = false;
  state.value = live;
  scope = effectScope();
});
afterEach(() => {
  scope.stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('captions of a call', () => {
  it('sends typed lines with rising numbers and shows them as one’s own', async () => {
    const captions = opened();
    await captions.type('  Take one tablet. ');
    await captions.type('x'.repeat(captionLength + 1));
    expect(sent).toEqual([
      { line: 1, text: 'Take one tablet.', origin: 'typed' },
      { line: 2, text: 'x'.repeat(captionLength), origin: 'typed' },
    ]);
    expect(captions.lines.value.map(({ participantId, line }) => [participantId, line])).toEqual([
      [null, 1],
      [null, 2],
    ]);
  });

  it('tell their writer when they were not sent, or did not reach everyone', async () => {
    const captions = opened();
    const deliveries = [];
    for (answer of [{ received: 2, missed: 0 }, { received: 1, missed: 1 }, { received: 0, missed: 0 }, undefined]) {
      await captions.type('Take one tablet.');
      deliveries.push(captions.delivery.value);
    }
    expect(deliveries).toEqual(['all', 'some', 'nobody', 'notSent']);
  });

  it('do not exist in an encrypted call', async () => {
    encrypted.value = true;
    const captions = opened();
    heard(1, 'With food?');
    expect(captions.shown.value).toBe(false);
    expect(captions.lines.value).toEqual([]);
    await captions.type('In clear?');
    expect(sent).toEqual([]);
    expect(captions.delivery.value).toBe('notSent');
  });

  it('appear with the first line of another participant, until the user hides them', () => {
    const captions = opened();
    expect(captions.shown.value).toBe(false);
    heard(1, 'With food?');
    expect(captions.shown.value).toBe(true);
    expect(captions.heard.value).toMatchObject({ participantId: 'patient', text: 'With food?' });
    captions.shown.value = false;
    expect(captions.waiting.value).toBe(false);
    heard(2, 'Hello?');
    expect(captions.shown.value).toBe(false);
  });

  it('wait, once hidden, until the user shows them again', () => {
    vi.useFakeTimers();
    const captions = opened();
    heard(1, 'With food?');
    captions.shown.value = false;
    heard(2, 'Hello?');
    vi.advanceTimersByTime(10 * captionShownMs);
    expect(captions.waiting.value).toBe(true);
    captions.shown.value = true;
    expect(captions.waiting.value).toBe(false);
    expect(captions.lines.value.map(({ text }) => text)).toEqual(['Hello?']);
    vi.advanceTimersByTime(captionShownMs);
    expect(captions.lines.value).toEqual([]);
  });

  it('keep the name that their writer had when they arrived', () => {
    const captions = opened();
    let name = 'Li Na';
    captions.namedBy(() => name);
    heard(1, 'Take four tablets.');
    name = 'Dr Shen';
    heard(2, 'Take two.');
    expect(captions.lines.value.map((line) => `${line.name}: ${line.text}`)).toEqual([
      'Li Na: Take four tablets.',
      'Dr Shen: Take two.',
    ]);
    expect(captions.heard.value?.name).toBe('Dr Shen');
  });

  it('offers to caption one’s speech only where the browser can recognise it on the device', () => {
    expect(opened().speech.possible).toBe(false);
  });
});

describe('captions of one’s own speech', () => {
  const running: { onresult: ((event: object) => void) | null; abort: () => void }[] = [];

  let asked = 0;
  let available = true;

  async function speaking() {
    running.length = 0;
    asked = 0;
    class Recognition {
      processLocally = false;
      onresult = null;
      static available = async () => {
        asked += 1;
        return available ? 'available' : 'unavailable';
      };
      start() {
        running.push(this);
      }
      abort() {
        running.splice(running.indexOf(this), 1);
      }
    }
    Object.defineProperty(Recognition.prototype, 'processLocally', { value: false, writable: true });
    vi.stubGlobal('SpeechRecognition', Recognition);
    const captions = opened();
    expect(captions.speech.possible).toBe(true);
    expect(asked).toBe(0);
    captions.shown.value = true;
    captions.speech.on.value = true;
    await expect.poll(() => running.length === 1 || captions.speech.failed.value).toBe(true);
    return captions;
  }
  const hears = (recognizer: (typeof running)[number] | undefined, transcript: string, isFinal: boolean) =>
    recognizer?.onresult?.({ resultIndex: 0, results: [Object.assign([{ transcript }], { isFinal })] });
  const says = (transcript: string, isFinal: boolean) => hears(running[0], transcript, isFinal);

  it('are one line that grows, marked as speech', async () => {
    const captions = await speaking();
    says('take one', false);
    says('Take one tablet.', true);
    expect(captions.lines.value).toMatchObject([{ line: 1, text: 'Take one tablet.', origin: 'speech' }]);
    expect(sent.at(-1)).toEqual({ line: 1, text: 'Take one tablet.', origin: 'speech' });
  });

  it('say so where the device cannot recognise the language', async () => {
    available = false;
    const { speech } = await speaking();
    available = true;
    expect(speech.failed.value).toBe(true);
    expect(speech.on.value).toBe(false);
  });

  it.each(['held', 'waiting'] as const)(
    'do not run on in the phase %s, nor say afterwards what was begun in it',
    async (roomPhase) => {
      await speaking();
      vi.useFakeTimers();
      says('take one', false);
      // Waits for its turn.
      says('take one tablet', false);
      const before = running[0];
      const already = sent.length;
      state.value = { ...live, roomPhase };
      await vi.advanceTimersByTimeAsync(1_000);
      expect(running).toHaveLength(0);
      hears(before, 'not for the patient', false);
      state.value = live;
      await vi.advanceTimersByTimeAsync(1_000);
      hears(before, 'not for the patient', true);
      expect(sent.length).toBe(already);
      says('Welcome back', true);
      expect(sent.at(-1)?.text).toBe('Welcome back');
    },
  );

  const endings: Record<string, (captions: Captions) => void> = {
    'the captions are hidden': ({ shown }) => {
      shown.value = false;
    },
    'the call is left': () => {
      state.value = { ...live, phase: 'stopped', roomPhase: null };
    },
    'the call becomes encrypted': () => {
      encrypted.value = true;
    },
  };
  it.each(Object.entries(endings))('are switched off when %s', async (_, end) => {
    const captions = await speaking();
    end(captions);
    expect(running).toHaveLength(0);
    await nextTick();
    expect(running).toHaveLength(0);
    expect(captions.speech.on.value).toBe(false);
  });

  it('stop while the microphone is off, and with the call', async () => {
    await speaking();
    muted.value = true;
    expect(running).toHaveLength(0);
    muted.value = false;
    await expect.poll(() => running.length).toBe(1);
    scope.stop();
    expect(running).toHaveLength(0);
  });
});
