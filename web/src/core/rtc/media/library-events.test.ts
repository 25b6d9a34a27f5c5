import { describe, expect, it } from 'vitest';
import { EnhancedEventEmitter } from './library-events.ts';

describe('the video library’s events', () => {
  it('reach listeners in their order, with what was said', () => {
    const events = new EnhancedEventEmitter();
    const heard: string[] = [];
    events.on('produce', (what: string) => heard.push(`first ${what}`)).on('produce', () => heard.push('second'));
    expect(events.emit('produce', 'sound')).toBe(true);
    expect(events.emit('close')).toBe(false);
    expect(heard).toEqual(['first sound', 'second']);
    expect(events.listenerCount('produce')).toBe(2);
  });

  it('reach once who listens once, and nobody who has gone', () => {
    const events = new EnhancedEventEmitter();
    const heard: string[] = [];
    const gone = () => heard.push('gone');
    events.once('open', () => heard.push('once')).on('open', gone);
    events.off('open', gone).emit('open');
    events.emit('open');
    expect(heard).toEqual(['once']);
  });

  it('reach everybody who listened when it happened, though one leaves meanwhile', () => {
    const events = new EnhancedEventEmitter();
    const heard: string[] = [];
    const second = () => heard.push('second');
    events
      .on('close', () => {
        heard.push('first');
        events.off('close', second);
      })
      .on('close', second);
    events.emit('close');
    expect(heard).toEqual(['first', 'second']);
  });

  it('tell a listener’s fault to whoever asks for it, and keep it from what has happened', () => {
    const events = new EnhancedEventEmitter();
    const faults: unknown[] = [];
    events.on('listenererror', (event: string, error: Error) => faults.push([event, error.message]));
    events.on('trackended', () => {
      throw new Error('a page could not draw');
    });
    expect(events.safeEmit('trackended')).toBe(true);
    expect(() => events.emit('trackended')).toThrow('a page could not draw');
    expect(faults).toEqual([['trackended', 'a page could not draw']]);
  });

  it('reach nobody after the end', () => {
    const events = new EnhancedEventEmitter();
    const heard: string[] = [];
    events.on('close', () => heard.push('close'));
    events.close();
    expect(events.emit('close')).toBe(false);
    expect(heard).toEqual([]);
  });
});
