import { onScopeDispose, shallowRef } from 'vue';
import { createCodeReader } from './code-reader.ts';
import { ownCode } from './own-code.ts';

/** `foreign`: a code that is not ours was scanned; scanning continues. */
export type ScanPhase = 'off' | 'starting' | 'looking' | 'foreign' | 'not-allowed' | 'no-camera';

const betweenLooksMs = 200;

/** Scans for one of our codes with the camera until one is found, scanning is stopped, or the page is left; then the camera is off. */
export function useCodeScan(found: (address: string) => void) {
  const phase = shallowRef<ScanPhase>('off');
  const stream = shallowRef<MediaStream>();
  let turn = 0;
  let next: ReturnType<typeof setTimeout> | undefined;

  function stop(now: ScanPhase = 'off') {
    turn++;
    clearTimeout(next);
    for (const track of stream.value?.getTracks() ?? []) track.stop();
    stream.value = undefined;
    phase.value = now;
  }

  async function start() {
    stop('starting');
    const mine = turn;
    try {
      const video = { facingMode: 'environment', width: { ideal: 1280 } };
      const opened = await navigator.mediaDevices.getUserMedia({ video });
      if (mine !== turn) return opened.getTracks().forEach((track) => track.stop());
      stream.value = opened;
      phase.value = 'looking';
    } catch (error) {
      if (mine !== turn) return;
      stop(error instanceof DOMException && error.name === 'NotAllowedError' ? 'not-allowed' : 'no-camera');
    }
  }

  /** Scans the pictures of the stream that this element shows. */
  async function look(picture: HTMLVideoElement) {
    const mine = turn;
    const read = await createCodeReader();
    const once = async () => {
      const text = picture.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA ? await read(picture) : undefined;
      if (mine !== turn) return;
      const address = text ? ownCode(text, location.origin) : undefined;
      if (address) {
        stop();
        return found(address);
      }
      if (text) phase.value = 'foreign';
      next = setTimeout(() => void once(), betweenLooksMs);
    };
    if (mine === turn) await once();
  }

  onScopeDispose(() => stop());
  return { phase, stream, start, stop: () => stop(), look };
}
