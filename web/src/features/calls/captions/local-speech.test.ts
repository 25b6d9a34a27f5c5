import { describe, expect, it, vi } from 'vitest';
import { localSpeechTag, recognizeLocally, type Recognizer, type RecognizerClass } from './local-speech.ts';

type Availability = 'unavailable' | 'downloadable' | 'available';

/** A browser’s recogniser whose results the test sends. */
function fakeBrowser(availability: Record<string, Availability>) {
  const started: FakeRecognizer[] = [];
  const installed: string[] = [];
  class FakeRecognizer implements Recognizer {
    lang = '';
    continuous = false;
    interimResults = false;
    get processLocally() {
      return this.#local;
    }
    set processLocally(local: boolean) {
      this.#local = local;
    }
    onresult: Recognizer['onresult'] = null;
    onerror: Recognizer['onerror'] = null;
    onend: Recognizer['onend'] = null;
    #local = false;
    start = () => void started.push(this);
    abort = () => this.onend?.();
    hear(...heard: [text: string, final: boolean][]) {
      const results = heard.map(([transcript, isFinal]) => Object.assign([{ transcript }], { isFinal }));
      this.onresult?.({ resultIndex: 0, results });
    }
    static available = async ({ langs }: { langs: string[] }) => availability[langs[0] ?? ''] ?? 'unavailable';
    static install = async ({ langs }: { langs: string[] }) => installed.push(...langs) > 0;
  }
  return { started, installed, recognizer: FakeRecognizer as unknown as RecognizerClass };
}

const track = {} as MediaStreamTrack;

describe('the language of recognition', () => {
  it('is one that the browser recognises on this device', async () => {
    const { recognizer } = fakeBrowser({ 'en-US': 'available', 'cmn-Hans-CN': 'downloadable' });
    expect(await localSpeechTag('en', recognizer)).toBe('en-US');
    expect(await localSpeechTag('zh-CN', recognizer)).toBe('cmn-Hans-CN');
    expect(await localSpeechTag('zh-CN', fakeBrowser({}).recognizer)).toBeUndefined();
  });

  it('is none where the browser may send the sound elsewhere', async () => {
    class Remote {
      static available = async () => 'available';
    }
    expect(await localSpeechTag('en', Remote as unknown as RecognizerClass)).toBeUndefined();
    expect(await localSpeechTag('en', undefined)).toBeUndefined();
  });
});

describe('recognition on this device', () => {
  async function listening(availability: Availability = 'available') {
    const browser = fakeBrowser({ 'en-US': availability });
    const heard: [number, string, boolean][] = [];
    const onFailed = vi.fn();
    const stop = recognizeLocally({
      tag: 'en-US',
      track,
      recognizer: browser.recognizer,
      onText: (...text) => heard.push(text),
      onFailed,
    });
    await expect.poll(() => browser.started.length).toBe(1);
    return { ...browser, heard, onFailed, stop };
  }

  it('runs on the device only, in the language, for as long as the person speaks', async () => {
    const { started } = await listening();
    expect(started[0]).toMatchObject({ lang: 'en-US', continuous: true, interimResults: true });
    expect(started[0]?.processLocally).toBe(true);
  });

  it('installs the language first', async () => {
    const { installed } = await listening('downloadable');
    expect(installed).toEqual(['en-US']);
  });

  it('numbers utterances on after the browser ended it in a silence', async () => {
    const { started, heard, onFailed } = await listening();
    started[0]?.hear(['take one', false]);
    started[0]?.hear(['Take one tablet.', true]);
    started[0]?.onend?.();
    started[1]?.hear(['Twice a day.', true]);
    expect(heard).toEqual([
      [0, 'take one', false],
      [0, 'Take one tablet.', true],
      [1, 'Twice a day.', true],
    ]);
    expect(onFailed).not.toHaveBeenCalled();
  });

  it('gives up when the browser ends it again and again, or does not allow it', async () => {
    const ending = await listening();
    for (let times = 0; times < 4; times += 1) ending.started.at(-1)?.onend?.();
    expect(ending.started).toHaveLength(4);
    expect(ending.onFailed).toHaveBeenCalledOnce();
    const refused = await listening();
    refused.started[0]?.onerror?.({ error: 'language-not-supported' });
    expect(refused.onFailed).toHaveBeenCalledOnce();
    expect(refused.started).toHaveLength(1);
  });

  it('ends with the call, and says nothing more', async () => {
    const { started, heard, onFailed, stop } = await listening();
    stop();
    started[0]?.hear(['too late', true]);
    expect(heard).toEqual([]);
    expect(started).toHaveLength(1);
    expect(onFailed).not.toHaveBeenCalled();
  });
});
