import { onScopeDispose, shallowRef, watch, type Ref } from 'vue';

/** How long the picture may take to load into the window before the browser’s user activation expires. */
const patienceMs = 3000;

/**
 * Shows the picture in a small window above all others (Picture-in-Picture, W3C). The window survives a change of the track, such as a rejoin, and
 * closes with the component.
 */
export function usePopOut(track: Ref<MediaStreamTrack | null>) {
  const supported = 'pictureInPictureEnabled' in document && document.pictureInPictureEnabled;
  const open = shallowRef(false);
  const stream = new MediaStream();
  const video = document.createElement('video');
  video.muted = true;
  video.playsInline = true;
  video.addEventListener('enterpictureinpicture', () => (open.value = true));
  video.addEventListener('leavepictureinpicture', () => {
    open.value = false;
    video.srcObject = null;
  });

  watch(track, follow, { immediate: true });
  onScopeDispose(close);

  function follow(now: MediaStreamTrack | null): void {
    for (const before of stream.getTracks()) if (before !== now) stream.removeTrack(before);
    if (now) stream.addTrack(now);
  }

  /** Opens the window; call it from a user gesture. If the browser rejects it, nothing changes. */
  async function start(): Promise<void> {
    try {
      video.srcObject = stream;
      await Promise.race([
        video.play(),
        new Promise((_, reject) => setTimeout(() => reject(new Error('no picture')), patienceMs)),
      ]);
      await video.requestPictureInPicture();
    } catch {
      if (!open.value) video.srcObject = null;
    }
  }

  function close(): void {
    if (document.pictureInPictureElement === video) void document.exitPictureInPicture().catch(() => undefined);
    else video.srcObject = null;
  }

  return { supported, open, toggle: () => (open.value ? close() : start()), close };
}
