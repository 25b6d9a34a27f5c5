import type { MediaSource } from '@yunzhen/shared/calls/call.contract';
import type { MediaKind } from 'mediasoup/types';

const kinds: Readonly<Record<MediaSource, MediaKind>> = { camera: 'video', microphone: 'audio', screen: 'video' };

/** The kind of media that a source sends; a microphone never sends pictures. */
export function kindOf(source: MediaSource): MediaKind {
  return kinds[source];
}
