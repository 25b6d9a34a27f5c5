import { onScopeDispose, shallowRef, type Ref } from 'vue';

/** Chromium presents a black frame of two by two pixels when a track has ended: that is no picture. */
export function isPicture(width: number, height: number): boolean {
  return width > 2 && height > 2;
}

/**
 * The last frame of a video that may be painted black at any moment, because its track ends in the same breath in which the page
 * learns that it has gone. Holds the newest frame by reference, which copies nothing; only `freeze` draws it on the canvas. Where
 * the browser has no `VideoFrame`, `frozen` stays false and the video keeps what it shows.
 */
export function useLastFrame(canvas: Readonly<Ref<HTMLCanvasElement | null>>) {
  const frozen = shallowRef(false);
  const able = 'VideoFrame' in window && 'requestVideoFrameCallback' in HTMLVideoElement.prototype;
  let followed: HTMLVideoElement | undefined;
  let newest: VideoFrame | undefined;

  /** From now on the newest frame is that of this video, which is shown again. */
  function follow(video: HTMLVideoElement): void {
    frozen.value = false;
    if (!able || followed === video) return;
    drop();
    followed = video;
    look(video);
  }

  function look(video: HTMLVideoElement): void {
    video.requestVideoFrameCallback((_now, { width, height }) => {
      if (followed !== video) return;
      if (isPicture(width, height)) take(video);
      look(video);
    });
  }

  function take(video: HTMLVideoElement): void {
    try {
      const frame = new VideoFrame(video);
      newest?.close();
      newest = frame;
    } catch {
      // The video has gone on meanwhile and has none at this moment: the one before stays the newest.
    }
  }

  /** The video’s track has gone: what it showed last stands in its place. */
  function freeze(): void {
    const [surface, frame] = [canvas.value, newest];
    followed = undefined;
    if (!surface || !frame) return;
    surface.width = frame.displayWidth;
    surface.height = frame.displayHeight;
    surface.getContext('2d')?.drawImage(frame, 0, 0);
    drop();
    frozen.value = true;
  }

  /** Nothing is to be seen any more. */
  function forget(): void {
    drop();
    frozen.value = false;
  }

  function drop(): void {
    followed = undefined;
    newest?.close();
    newest = undefined;
  }

  onScopeDispose(drop);
  return { frozen, follow, freeze, forget };
}
