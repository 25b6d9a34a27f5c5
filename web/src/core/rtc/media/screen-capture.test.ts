import { describe, expect, it, vi } from 'vitest';
import { ScreenCapture } from './screen-capture.ts';
import { deferred } from '../testing/call-under-test.ts';
import { fakeTrack } from '../testing/fake-browser.ts';

const streamOf = (track: MediaStreamTrack) => ({ getVideoTracks: () => [track] }) as unknown as MediaStream;
const named = (name: string, message = '') => Object.assign(new Error(message), { name });

function capture(...answers: (MediaStream | Error)[]) {
  const getDisplayMedia = vi.fn(async () => {
    const answer = answers.shift() ?? named('InvalidStateError');
    if (answer instanceof Error) throw answer;
    return answer;
  });
  return { screen: new ScreenCapture({ getDisplayMedia }), getDisplayMedia };
}

describe('Sharing a screen', () => {
  it('optimises for reading and shares no sound', async () => {
    const track = fakeTrack('video');
    const { screen, getDisplayMedia } = capture(streamOf(track));
    expect(await screen.start()).toBeNull();
    expect(screen.track).toBe(track);
    expect(track.contentHint).toBe('detail');
    expect(getDisplayMedia).toHaveBeenCalledWith(expect.objectContaining({ audio: false }));
  });

  it('ends when the user stops it in the browser’s own bar', async () => {
    const track = fakeTrack('video');
    const { screen } = capture(streamOf(track));
    const changes: (MediaStreamTrack | null)[] = [];
    screen.on('change', (now) => changes.push(now));
    await screen.start();
    track.unplug();
    expect(changes).toEqual([track, null]);
    expect(screen.track).toBeNull();
  });

  it('stops the first share when a second one begins', async () => {
    const [first, second] = [fakeTrack('video'), fakeTrack('video')];
    const { screen } = capture(streamOf(first), streamOf(second));
    await screen.start();
    await screen.start();
    expect([first.readyState, second.readyState]).toEqual(['ended', 'live']);
    expect(screen.track).toBe(second);
  });

  it.each([
    ['cancelled', named('NotAllowedError', 'Permission denied')],
    ['denied-by-system', named('NotAllowedError', 'Permission denied by system')],
    ['failed', named('NotReadableError')],
  ] as const)('reports why it failed: %s', async (trouble, error) => {
    const { screen } = capture(error);
    expect(await screen.start()).toBe(trouble);
    expect(screen.track).toBeNull();
  });

  it('is unsupported where the browser offers no screens', async () => {
    const screen = new ScreenCapture(undefined);
    expect(screen.supported).toBe(false);
    expect(await screen.start()).toBe('failed');
  });

  it('stops a screen that the user chose after the call was over', async () => {
    const answer = deferred<MediaStream>();
    const screen = new ScreenCapture({ getDisplayMedia: () => answer.promise });
    const started = screen.start();
    screen.close();
    const track = fakeTrack('video');
    answer.resolve(streamOf(track));
    await started;
    expect(track.readyState).toBe('ended');
    expect(screen.track).toBeNull();
  });
});
