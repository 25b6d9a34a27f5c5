import { onScopeDispose, shallowRef, type Ref } from 'vue';

/** Chromium presents a black frame of two by two pixels when a track has ended; it does not count as a picture. */
export function isPicture(width: number, height: number): boolean {
  return width > 2 && height > 2;
}

/**
 * Keeps the last frame of a video, which the browser may paint black at the moment its track ends. It holds the newest frame by reference without
 * copying; only `freeze` draws it on the canvas.
 * Where the browser has no `VideoFrame`, `frozen` stays false and the video keeps its content.
 */
export function useLastFrame(canvas: Readonly<Ref<HTMLCanvasElement | null>>) {
  const frozen = shallowRef(false);
  const able = 'VideoFrame' in window && 'requestVideoFrameCallback' in HTMLVideoElement.prototype;
  let followed: HTMLVideoElement | undefined;
  let newest: VideoFrame | undefined;

  /** Follows the frames of this video, which is shown again. */
  function follow(video: HTMLVideoElement): void {
    frozen.value = false;
    if (!able || followed === video) return;
    drop();
    followed = video;
    watchFrames(video);
  }

  function watchFrames(video: HTMLVideoElement): void {
    video.requestVideoFrameCallback((_now, { width, height }) => {
      if (followed !== video) return;
      if (isPicture(width, height)) take(video);
      watchFrames(video);
    });
  }

  function take(video: HTMLVideoElement): void {
    try {
      const frame = new VideoFrame(video);
      newest?.close();
      newest = frame;
    } catch {
      // The video has no frame at this moment: the previous one stays the newest.
    }
  }

  /** Shows the last frame in place of the video whose track has ended. */
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

  /** Releases the frame when nothing is shown any more. */
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
