/**
 * Why a camera or microphone is unavailable. `denied`: by the user or the browser; `denied-by-system`: the operating system blocks the browser;
 * `in-use`: another program uses it; `insecure`: the page was not opened over https.
 */
export type MediaTrouble = 'denied' | 'denied-by-system' | 'not-found' | 'in-use' | 'insecure' | 'failed';

/** Derives the reason from an error of getUserMedia (Media Capture and Streams §10.2; the message patterns are Chromium’s). */
export function troubleOf(error: unknown): MediaTrouble {
  const { name, message } = error instanceof Error || error instanceof DOMException ? error : { name: '', message: '' };
  switch (name) {
    case 'NotAllowedError':
    case 'SecurityError':
      return /system/i.test(message) ? 'denied-by-system' : 'denied';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'not-found';
    case 'NotReadableError':
    case 'AbortError':
      return 'in-use';
    default:
      return 'failed';
  }
}
