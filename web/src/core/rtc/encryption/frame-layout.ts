import type { MediaSource } from '@yunzhen/shared/calls/call.contract';
import { concat, type Bytes } from './bytes.ts';

/**
 * Bytes of a frame that stay readable because an intermediary or the browser needs them. Of VP8 (RFC 6386 §9.1) mediasoup reads the lowest bit of the
 * first byte, the key frame flag; the receiving browser reads width and height from a key frame’s first ten bytes before the transform runs.
 * Layers and picture numbers are in the RTP payload descriptor, before the frame. Opus needs no readable bytes, so all of it is encrypted.
 */
const clearOfKeyFrame = 10;
const clearOfOtherFrame = 1;

const sourceBytes: Record<MediaSource, number> = { camera: 1, microphone: 2, screen: 3 };

export interface FrameParts {
  /** Sent unencrypted at the start of the frame, and authenticated. */
  readonly clear: Bytes;
  readonly rest: Bytes;
}

/**
 * Splits a frame in the same way before and after encryption, because the split depends on the clear part alone. Returns null for a picture that is
 * too short; it is neither sent nor shown.
 */
export function splitFrame(source: MediaSource, frame: Bytes): FrameParts | null {
  const length = source === 'microphone' ? 0 : clearOfPicture(frame);
  if (frame.length < length) return null;
  return { clear: frame.subarray(0, length), rest: frame.subarray(length) };
}

function clearOfPicture([first]: Bytes): number {
  const isKeyFrame = first !== undefined && (first & 1) === 0;
  return isKeyFrame ? clearOfKeyFrame : clearOfOtherFrame;
}

/** Returns the data authenticated besides the header: it binds the frame to its source and protects the clear part. */
export function metadataOf(source: MediaSource, clear: Bytes): Bytes {
  return concat(Uint8Array.of(sourceBytes[source]), clear);
}
