/**
 * Why a camera or microphone can’t be had. `denied`: the person or the browser said no; `denied-by-system`: the operating
 * system keeps it from the browser; `in-use`: another program holds it; `insecure`: the page was not opened over https.
 */
export type MediaTrouble = 'denied' | 'denied-by-system' | 'not-found' | 'in-use' | 'insecure' | 'failed';

/** Reads the reason out of what getUserMedia throws (Media Capture and Streams §10.2; message words are Chromium’s). */
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
