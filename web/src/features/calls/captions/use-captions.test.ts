// @vitest-environment happy-dom
import { effectScope, nextTick, shallowRef } from 'vue';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Caption } from '@yunzhen/shared/calls/call.contract';
import { captionLength } from '@yunzhen/shared/calls/call.constants';
import { appTexts } from '../../../app/texts/texts.ts';
import { needTexts, provideTexts, setLocale } from '../../../core/i18n/index.ts';
import type { CallClient } from '../../../core/rtc/index.ts';
import { useCaptions } from './use-captions.ts';

const sent: Caption[] = [];
const muted = shallowRef(false);
const microphone = shallowRef<{ track: MediaStreamTrack | null }>({ track: {} as MediaStreamTrack });
let arrives = true;
let push: (caption: Caption & { participantId: string }) => void = () => undefined;
const call = {
  on: (_event: string, listener: typeof push) => (push = listener),
  sendCaption: async (caption: Caption) => {
    sent.push(caption);
    return arrives;
  },
} as unknown as CallClient;
let scope = effectScope();
function opened() {
  const captions = scope.run(() => useCaptions(call, { microphone, muted }));
  if (!captions) throw new Error('the scope has ended');
  return captions;
}
const heard = (line: number, text: string) => push({ line, text, origin: 'typed', participantId: 'patient' });

beforeEach(async () => {
  provideTexts(appTexts);
  await needTexts(['call']);
  await setLocale('en');
  sent.length = 0;
  arrives = true;
  muted.value = false;
  scope = effectScope();
});
afterEach(() => {
  scope.stop();
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
    expect(captions.sent.value).toBe(true);
    arrives = false;
    await captions.type('Lost');
    expect(captions.sent.value).toBe(false);
  });

  it('appear with the first line of another participant, until the user hides them', () => {
    const captions = opened();
    expect(captions.shown.value).toBe(false);
    heard(1, 'With food?');
    expect(captions.shown.value).toBe(true);
    expect(captions.heard.value).toMatchObject({ participantId: 'patient', text: 'With food?' });
    captions.shown.value = false;
    heard(2, 'Hello?');
    expect(captions.shown.value).toBe(false);
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
    captions.speech.on.value = true;
    await expect.poll(() => running.length === 1 || captions.speech.failed.value).toBe(true);
    return captions;
  }
  const says = (transcript: string, isFinal: boolean) =>
    running[0]?.onresult?.({ resultIndex: 0, results: [Object.assign([{ transcript }], { isFinal })] });

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

  it('stop while the microphone is off, and with the call', async () => {
    await speaking();
    muted.value = true;
    await nextTick();
    expect(running).toHaveLength(0);
    muted.value = false;
    await expect.poll(() => running.length).toBe(1);
    scope.stop();
    expect(running).toHaveLength(0);
  });
});
