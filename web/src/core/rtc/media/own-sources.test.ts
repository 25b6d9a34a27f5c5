import { describe, expect, it, vi } from 'vitest';
import { OwnSources } from './own-sources.ts';
import { fakeTrack } from '../testing/fake-browser.ts';

function sources() {
  const dark: MediaStreamTrack[] = [];
  const own = new OwnSources((kind) => {
    const track = fakeTrack(kind, 'dark');
    dark.push(track);
    return track;
  });
  const changed = vi.fn();
  own.on('change', changed);
  return { own, dark, changed };
}

describe('The media that is really sent', () => {
  it('is what the user chose while they may be seen', () => {
    const { own } = sources();
    const camera = { track: fakeTrack('video'), paused: false };
    own.set('camera', camera);
    expect([...own.sent]).toEqual([['camera', camera]]);
  });

  it('is a dark track while they may not, with the mute state kept', () => {
    const { own, dark } = sources();
    own.setDark(true);
    own.set('camera', { track: fakeTrack('video'), paused: false });
    own.set('microphone', { track: fakeTrack('audio'), paused: true });
    expect([...own.sent.values()]).toEqual([
      { track: dark[0], paused: false },
      { track: dark[1], paused: true },
    ]);
  });

  it('reserves a sender for devices not opened yet, and releases it when they are missing', () => {
    const { own, dark, changed } = sources();
    own.setDark(true);
    own.reserve(['microphone', 'camera']);
    expect([...own.sent.keys()]).toEqual(['microphone', 'camera']);
    own.setDark(false);
    expect(own.sent.get('camera')).toEqual({ track: dark[1], paused: false });
    changed.mockClear();
    own.set('camera', null);
    expect(changed).toHaveBeenCalledExactlyOnceWith('camera', null);
    const voice = fakeTrack('audio');
    own.set('microphone', { track: voice, paused: false });
    expect([...own.sent]).toEqual([['microphone', { track: voice, paused: false }]]);
    expect(own.wanted.size).toBe(1);
  });

  it('switches together when the room opens, and reuses the dark tracks when it closes again', () => {
    const { own, dark, changed } = sources();
    const camera = { track: fakeTrack('video'), paused: false };
    own.setDark(true);
    own.set('camera', camera);
    changed.mockClear();
    own.setDark(false);
    expect(changed).toHaveBeenCalledExactlyOnceWith('camera', camera);
    own.setDark(true);
    expect(changed).toHaveBeenLastCalledWith('camera', { track: dark[0], paused: false });
    expect(dark).toHaveLength(1);
  });

  it('has no picture while the connection carries none, unless the user has turned it off anyway', () => {
    const { own } = sources();
    const camera = { track: fakeTrack('video'), paused: false };
    own.set('camera', camera);
    own.setAudioOnly(true);
    expect(own.sent.get('camera')).toEqual({ ...camera, paused: true, pauseReason: 'line' });
    own.set('camera', { ...camera, paused: true });
    expect(own.sent.get('camera')).toEqual({ ...camera, paused: true });
    own.setAudioOnly(false);
    own.set('camera', camera);
    expect(own.sent.get('camera')).toEqual(camera);
  });

  it('ends the dark tracks and no others', () => {
    const { own, dark } = sources();
    const camera = { track: fakeTrack('video'), paused: false };
    own.setDark(true);
    own.set('camera', camera);
    own.close();
    expect(dark.map(({ readyState }) => readyState)).toEqual(['ended']);
    expect(camera.track.readyState).toBe('live');
  });
});
