import { languageOf, type Locale } from '@yunzhen/shared/core/locale';

/*
 * Speech recognition of the Web Speech API on the device itself (https://webaudio.github.io/web-speech-api, `processLocally`). Without that member a
 * browser may send the sound to its maker, so such a browser counts as one without recognition.
 */
interface Options {
  langs: string[];
  processLocally: boolean;
}
interface Result extends ArrayLike<{ transcript: string }> {
  isFinal: boolean;
}
export interface Recognizer {
  lang: string;
  continuous: boolean;
  interimResults: boolean;
  processLocally: boolean;
  onresult: ((event: { resultIndex: number; results: ArrayLike<Result> }) => void) | null;
  onerror: ((event: { error: string }) => void) | null;
  onend: (() => void) | null;
  start(track: MediaStreamTrack): void;
  abort(): void;
}
export interface RecognizerClass {
  new (): Recognizer;
  readonly prototype: Recognizer;
  available?: (options: Options) => Promise<'unavailable' | 'downloadable' | 'downloading' | 'available'>;
  install?: (options: Options) => Promise<boolean>;
}

/** Tags by which browsers name the languages, the usual one first. */
const tags: Readonly<Record<string, readonly string[]>> = { en: ['en-GB', 'en-US'], zh: ['zh-CN', 'cmn-Hans-CN'] };
/** Errors after which another attempt may succeed. */
const passing = new Set(['no-speech', 'aborted']);
const maxRestarts = 3;

/** The browser’s recogniser, if it has one. */
export const browserRecognizer = (): RecognizerClass | undefined => {
  const names = globalThis as { SpeechRecognition?: RecognizerClass; webkitSpeechRecognition?: RecognizerClass };
  return names.SpeechRecognition ?? names.webkitSpeechRecognition;
};

/** Returns whether the browser can be asked to recognise speech on this device only. Asks it nothing: some builds without recognition crash. */
export const mayRecognizeLocally = (recognizer = browserRecognizer()): recognizer is RecognizerClass =>
  recognizer?.available !== undefined && 'processLocally' in recognizer.prototype;

/** Returns the tag under which the browser recognises a language on this device, installed or to be installed; undefined for none. */
export async function localSpeechTag(locale: Locale, recognizer = browserRecognizer()): Promise<string | undefined> {
  if (!mayRecognizeLocally(recognizer)) return undefined;
  const language = languageOf(locale);
  for (const tag of tags[language] ?? [locale]) {
    const state = await recognizer.available?.({ langs: [tag], processLocally: true }).catch(() => 'unavailable');
    if (state !== 'unavailable') return tag;
  }
  return undefined;
}

export interface LocalSpeechOptions {
  readonly tag: string;
  readonly track: MediaStreamTrack;
  /** The text of one utterance so far; a higher number begins another. */
  readonly onText: (utterance: number, text: string, final: boolean) => void;
  readonly onFailed: () => void;
  readonly recognizer?: RecognizerClass | undefined;
}

/** Recognises the speech of a track on this device until the returned function is called, after installing the language if necessary. */
export function recognizeLocally({ tag, track, onText, onFailed, ...given }: LocalSpeechOptions): () => void {
  const Recognition = given.recognizer ?? browserRecognizer();
  let running: Recognizer | undefined;
  let ended = false;
  let begun = 0;
  let restarts = 0;

  function fail() {
    if (ended) return;
    stop();
    onFailed();
  }

  function stop() {
    ended = true;
    running?.abort();
  }

  function listen(Recognizer: RecognizerClass) {
    const first = begun;
    const recognizer = new Recognizer();
    running = recognizer;
    Object.assign(recognizer, { lang: tag, continuous: true, interimResults: true, processLocally: true });
    recognizer.onresult = ({ resultIndex, results }) => {
      restarts = 0;
      for (let at = resultIndex; at < results.length; at += 1) {
        const result = results[at];
        if (ended || !result?.[0]) continue;
        begun = Math.max(begun, first + at + 1);
        onText(first + at, result[0].transcript, result.isFinal);
      }
    };
    recognizer.onerror = ({ error }) => {
      if (!passing.has(error)) fail();
    };
    // Browsers end a recognition after a long silence.
    recognizer.onend = () => {
      if (ended) return;
      restarts += 1;
      if (restarts > maxRestarts) fail();
      else listen(Recognizer);
    };
    try {
      recognizer.start(track);
    } catch {
      fail();
    }
  }

  async function begin() {
    const state = await Recognition?.available?.({ langs: [tag], processLocally: true });
    const installed = state === 'available' || (await Recognition?.install?.({ langs: [tag], processLocally: true }));
    if (ended) return;
    if (Recognition && installed) listen(Recognition);
    else fail();
  }
  begin().catch(fail);
  return stop;
}
