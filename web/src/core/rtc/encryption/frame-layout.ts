import type { MediaSource } from '@yunzhen/shared/calls/call.contract';
import { concat, type Bytes } from './bytes.ts';

/**
 * How much of a frame stays readable, because somebody on the way must read it. Of VP8 (RFC 6386 §9.1) mediasoup reads the
 * lowest bit of the first byte, which says whether it is a key frame, and the receiving browser reads width and height
 * out of a key frame’s first ten bytes before the frame comes here. Layers and picture numbers stand in the RTP payload
 * descriptor, in front of the frame. Of Opus nobody reads anything, so all of it is encrypted.
 */
const clearOfKeyFrame = 10;
const clearOfOtherFrame = 1;

const sourceBytes: Record<MediaSource, number> = { camera: 1, microphone: 2, screen: 3 };

export interface FrameParts {
  /** Sent as it is, in front, and authenticated. */
  readonly clear: Bytes;
  readonly rest: Bytes;
}

/**
 * The same split for a frame before and after it was sealed: it depends on the clear part alone. Null for a picture too
 * short to be one, of which nothing is sent or shown.
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

/** What is authenticated besides the header: a frame can’t be passed off as another source’s, nor its clear part changed. */
export function metadataOf(source: MediaSource, clear: Bytes): Bytes {
  return concat(Uint8Array.of(sourceBytes[source]), clear);
}
