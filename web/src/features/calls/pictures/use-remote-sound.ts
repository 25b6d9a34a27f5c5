import { onScopeDispose, shallowRef, watch, type Ref } from 'vue';
import type { RemoteTrack } from '../../../core/rtc/index.ts';

/**
 * Plays the voices of the others, each participant’s in its own element. `blocked`: the browser blocks sound until a user gesture; call `turnOn` from
 * that gesture.
 *
 * @param speakerId output device; empty for the system’s default, also after a speaker was unplugged
 */
export function useRemoteSound(voices: Ref<readonly RemoteTrack[]>, speakerId: Ref<string>) {
  const elements = new Map<string, HTMLAudioElement>();
  const blocked = shallowRef(false);

  watch(voices, follow, { immediate: true });
  watch(speakerId, () => {
    for (const audio of elements.values()) choose(audio);
  });
  onScopeDispose(() => {
    for (const id of [...elements.keys()]) silence(id);
  });

  function follow(now: readonly RemoteTrack[]) {
    for (const id of [...elements.keys()]) if (!now.some(({ participantId }) => participantId === id)) silence(id);
    for (const { participantId, track } of now) {
      const audio = elements.get(participantId) ?? addElement(participantId);
      const playing = audio.srcObject instanceof MediaStream ? audio.srcObject.getAudioTracks()[0] : undefined;
      if (playing === track) continue;
      audio.srcObject = new MediaStream([track]);
      void play(audio);
    }
  }

  function addElement(participantId: string): HTMLAudioElement {
    const audio = new Audio();
    audio.autoplay = true;
    elements.set(participantId, audio);
    choose(audio);
    return audio;
  }

  function silence(participantId: string) {
    const audio = elements.get(participantId);
    elements.delete(participantId);
    if (!audio) return;
    audio.pause();
    audio.srcObject = null;
    if (elements.size === 0) blocked.value = false;
  }

  function choose(audio: HTMLAudioElement) {
    if ('setSinkId' in audio && audio.sinkId !== speakerId.value)
      audio.setSinkId(speakerId.value).catch(() => undefined);
  }

  async function play(audio: HTMLAudioElement) {
    try {
      await audio.play();
      blocked.value = false;
    } catch (error) {
      if (error instanceof DOMException && error.name === 'NotAllowedError') blocked.value = true;
    }
  }

  async function turnOn(): Promise<void> {
    await Promise.all([...elements.values()].map(play));
  }

  return { blocked, turnOn };
}
