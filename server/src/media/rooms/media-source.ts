import type { MediaSource } from '@yunzhen/shared/calls/call.contract';
import type { MediaKind } from 'mediasoup/types';

const kinds: Readonly<Record<MediaSource, MediaKind>> = { camera: 'video', microphone: 'audio', screen: 'video' };

/** Returns the media kind of a source; a microphone never sends video. */
export function kindOf(source: MediaSource): MediaKind {
  return kinds[source];
}
