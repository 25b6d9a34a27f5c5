import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { withMissingDrawn } from './drawn-media.ts';
import { withDrawnDevices } from './drawn-devices.ts';
import { LocalMedia } from './local-media.ts';
import type { LocalSource } from './media-constraints.ts';
import { fakeTrack, type PluggedTrack } from '../testing/fake-browser.ts';
import { deferred } from '../testing/call-under-test.ts';

function named(name: string, message = ''): Error {
  return Object.assign(new Error(message), { name });
}

/** A browser whose devices return the given results: a track, or the error of getUserMedia. */
function browser(
  answers: { camera?: Error; microphone?: Error } = {},
  states: Partial<Record<LocalSource, PermissionState>> = {},
) {
  const tracks: PluggedTrack[] = [];
  const getUserMedia = vi.fn(async ({ audio, video }: MediaStreamConstraints): Promise<MediaStream> => {
    if (audio && answers.microphone) throw answers.microphone;
    if (video && answers.camera) throw answers.camera;
    if (deviceOf(video) === 'gone' && isExact(video)) throw named('OverconstrainedError');
    const opened = [...(audio ? [fakeTrack('audio')] : []), ...(video ? [fakeTrack('video', deviceOf(video))] : [])];
    tracks.push(...opened);
    return { getTracks: () => opened } as unknown as MediaStream;
  });
  const present = [
    { kind: 'videoinput', deviceId: 'front', label: 'Front' },
    { kind: 'audioinput', deviceId: '', label: '' },
    { kind: 'audiooutput', deviceId: 'speaker', label: 'Speaker' },
  ];
  const devices = Object.assign(new EventTarget(), {
    getUserMedia,
    enumerateDevices: async () => [...present],
  }) as unknown as MediaDevices;
  const plug = (kind: string, deviceId: string, label = deviceId) => {
    present.push({ kind, deviceId, label });
    devices.dispatchEvent(new Event('devicechange'));
  };
  const permission = async (source: LocalSource) => states[source] ?? ('unknown' as const);
  return { media: new LocalMedia({ devices, permission }), getUserMedia, tracks, answers, plug };
}

function isExact(video: boolean | MediaTrackConstraints | undefined): boolean {
  return typeof video === 'object' && typeof video.deviceId === 'object' && 'exact' in video.deviceId;
}

function deviceOf(video: boolean | MediaTrackConstraints | undefined): string | undefined {
  const wanted = typeof video === 'object' ? video.deviceId : undefined;
  if (typeof wanted !== 'object' || Array.isArray(wanted)) return undefined;
  const id = wanted.exact ?? wanted.ideal;
  return id === undefined ? undefined : String(id);
}

describe('Opening camera and microphone', () => {
  it('prompts the user once for both', async () => {
    const { media, getUserMedia } = browser();
    await media.open(['camera', 'microphone']);
    expect(getUserMedia).toHaveBeenCalledTimes(1);
    expect(media.camera).toMatchObject({ trouble: null, deviceId: 'default-video' });
    expect(media.microphone).toMatchObject({ trouble: null, deviceId: 'default-audio' });
  });

  it('opens the microphone when another program uses the camera', async () => {
    const { media } = browser({ camera: named('NotReadableError') });
    await media.open(['camera', 'microphone']);
    expect(media.camera).toEqual({ track: null, trouble: 'in-use', deviceId: null, silenced: false });
    expect(media.microphone.track?.kind).toBe('audio');
  });

  it('opens the microphone where there is no camera', async () => {
    const { media } = browser({ camera: named('NotFoundError') });
    await media.open(['camera', 'microphone']);
    expect([media.camera.trouble, media.microphone.trouble]).toEqual(['not-found', null]);
  });

  it('does not prompt again after the user denied both', async () => {
    const { media, getUserMedia } = browser({ camera: named('NotAllowedError'), microphone: named('NotAllowedError') });
    await media.open(['camera', 'microphone']);
    expect(getUserMedia).toHaveBeenCalledTimes(1);
    expect([media.camera.trouble, media.microphone.trouble]).toEqual(['denied', 'denied']);
  });

  it('requests the microphone when only the camera was blocked before', async () => {
    const { media } = browser({ camera: named('NotAllowedError') }, { camera: 'denied', microphone: 'prompt' });
    await media.open(['camera', 'microphone']);
    expect([media.camera.trouble, media.microphone.trouble]).toEqual(['denied', null]);
  });

  it('distinguishes a denial by the system from one by the user', async () => {
    const { media } = browser({ camera: named('NotAllowedError', 'Permission denied by system') });
    await media.open(['camera']);
    expect(media.camera.trouble).toBe('denied-by-system');
  });

  it('reports an insecure page where the browser exposes no devices', async () => {
    const media = new LocalMedia({ devices: undefined, permission: async () => 'unknown' });
    await media.open(['camera', 'microphone']);
    expect([media.camera.trouble, media.microphone.trouble]).toEqual(['insecure', 'insecure']);
  });

  it('opens the chosen camera, and another one only when that is gone', async () => {
    const { media, getUserMedia } = browser();
    await media.open(['camera'], { cameraId: 'usb' });
    expect(getUserMedia.mock.calls[0]?.[0].video).toMatchObject({ deviceId: { exact: 'usb' } });
    expect(media.camera.deviceId).toBe('usb');
    await media.open(['camera'], { cameraId: 'gone' });
    expect(getUserMedia.mock.calls.at(-1)?.[0].video).toMatchObject({ deviceId: { ideal: 'gone' } });
    expect(media.camera.trouble).toBeNull();
  });

  it('lists only devices that can be chosen', async () => {
    const { media } = browser();
    expect(await media.listDevices()).toEqual({
      cameras: [{ id: 'front', label: 'Front' }],
      microphones: [],
      speakers: [{ id: 'speaker', label: 'Speaker' }],
    });
  });
});

describe('Changing devices', () => {
  it('stops the old camera when the new one is open', async () => {
    const { media, tracks } = browser();
    await media.open(['camera']);
    expect(await media.switchTo('camera', 'back')).toBeNull();
    expect(media.camera.deviceId).toBe('back');
    expect(tracks.map(({ readyState }) => readyState)).toEqual(['ended', 'live']);
  });

  it('keeps the old camera when the new one cannot be opened', async () => {
    const { media, answers } = browser();
    await media.open(['camera']);
    const { track } = media.camera;
    answers.camera = named('NotReadableError');
    expect(await media.switchTo('camera', 'back')).toBe('in-use');
    expect(media.camera.track).toBe(track);
    expect(track?.readyState).toBe('live');
  });

  it('switches to a remaining device when one is unplugged', async () => {
    const { media, tracks } = browser();
    await media.open(['camera'], { cameraId: 'usb' });
    const changed = new Promise((resolve) => media.on('change', resolve));
    tracks[0]?.unplug();
    await changed;
    expect(media.camera).toMatchObject({ deviceId: 'default-video', trouble: null });
  });
});

describe('Device events', () => {
  it('report which device was lost and which one replaced it', async () => {
    const { media, tracks } = browser();
    await media.open(['camera'], { cameraId: 'usb' });
    const fellOver = new Promise((resolve) => media.on('fell-over', (...told) => resolve(told)));
    tracks[0]?.unplug();
    expect(await fellOver).toEqual(['camera', { from: 'usb', to: 'default-video' }]);
  });

  it('report that there is no replacement', async () => {
    const { media, tracks, answers } = browser();
    await media.open(['camera'], { cameraId: 'usb' });
    answers.camera = named('NotFoundError');
    const fellOver = new Promise((resolve) => media.on('fell-over', (...told) => resolve(told)));
    tracks[0]?.unplug();
    expect(await fellOver).toEqual(['camera', { from: 'usb', to: null }]);
    expect(media.camera).toMatchObject({ track: null, trouble: 'not-found' });
  });

  it('report when the system mutes and unmutes the microphone', async () => {
    const { media, tracks } = browser();
    await media.open(['microphone']);
    tracks[0]?.silence(true);
    expect(media.microphone.silenced).toBe(true);
    tracks[0]?.silence(false);
    expect(media.microphone.silenced).toBe(false);
  });

  it('offer a newly plugged camera without using it', async () => {
    const { media, plug, getUserMedia } = browser();
    await media.open(['camera']);
    const plugged = new Promise((resolve) => media.on('plugged', (...told) => resolve(told)));
    plug('videoinput', 'usb', 'USB camera');
    expect(await plugged).toEqual(['camera', { id: 'usb', label: 'USB camera' }]);
    expect(getUserMedia).toHaveBeenCalledTimes(1);
  });

  it('offer a camera that is plugged in while a drawn picture replaces one', async () => {
    class Stream {
      readonly #tracks: MediaStreamTrack[] = [];
      addTrack = (track: MediaStreamTrack) => void this.#tracks.push(track);
      getTracks = () => this.#tracks;
    }
    vi.stubGlobal('MediaStream', Stream);
    onTestFinished(() => void vi.unstubAllGlobals());
    const present: Partial<MediaDeviceInfo>[] = [];
    const machine = Object.assign(new EventTarget(), {
      getUserMedia: () => Promise.reject(named('NotFoundError')),
      enumerateDevices: async () => [...present],
    }) as unknown as MediaDevices;
    const devices = withDrawnDevices(machine, async () => ({
      withMissingDrawn: (of, wanted, more) =>
        withMissingDrawn(of, wanted, { ...more, draw: (kind) => fakeTrack(kind) }),
    }));
    const media = new LocalMedia({ devices, permission: async () => 'unknown' });
    const plugged = new Promise((resolve) => media.on('plugged', (...told) => resolve(told)));
    await media.open(['camera']);
    expect(media.camera).toMatchObject({ trouble: null, track: { readyState: 'live' } });
    present.push({ kind: 'videoinput', deviceId: 'usb', label: 'USB camera' });
    machine.dispatchEvent(new Event('devicechange'));
    expect(await plugged).toEqual(['camera', { id: 'usb', label: 'USB camera' }]);
  });

  it('do not offer a device that only became visible, or an alias of one', async () => {
    const { media, plug } = browser();
    const plugged = vi.fn();
    media.on('plugged', plugged);
    await media.open(['camera']);
    const listed = () => new Promise((resolve) => media.on('devices', resolve));
    let next = listed();
    plug('audioinput', 'built-in', 'Built-in');
    await next;
    next = listed();
    plug('audioinput', 'default', 'Default');
    await next;
    expect(plugged).not.toHaveBeenCalled();
  });

  it('keep the choice when the wanted device has just been unplugged', async () => {
    const { media } = browser();
    await media.open(['camera'], { cameraId: 'usb' });
    expect(await media.switchTo('camera', 'gone')).toBe('not-found');
    expect(media.camera.deviceId).toBe('usb');
  });
});

describe('Closing and reopening local media', () => {
  it('stops a track that arrives after closing', async () => {
    const { media, getUserMedia } = browser();
    const answer = deferred<MediaStream>();
    getUserMedia.mockReturnValueOnce(answer.promise);
    const opened = media.open(['camera']);
    media.close();
    const track = fakeTrack('video');
    answer.resolve({ getTracks: () => [track] } as unknown as MediaStream);
    await opened;
    expect(track.readyState).toBe('ended');
    expect(media.camera.track).toBeNull();
  });

  it('can open again after a release', async () => {
    const { media, tracks } = browser();
    await media.open(['camera']);
    media.release();
    expect(media.camera.track).toBeNull();
    await media.open(['camera']);
    expect(tracks.map(({ readyState }) => readyState)).toEqual(['ended', 'live']);
    expect(media.camera.track?.readyState).toBe('live');
  });

  it('stops every opened track', async () => {
    const { media, tracks } = browser();
    await media.open(['camera', 'microphone']);
    media.close();
    media.close();
    expect(tracks.map(({ readyState }) => readyState)).toEqual(['ended', 'ended']);
  });
});
