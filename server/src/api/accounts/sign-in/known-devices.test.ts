import { describe, expect, it } from 'vitest';
import { newId } from '../../../platform/ids.ts';
import { deviceLifetime, KnownDevices } from './known-devices.ts';

const devices = new KnownDevices(Buffer.alloc(32, 1));
const now = new Date('2026-11-29T12:00:00Z');
const person = () => ({ id: newId(), passwordHash: 'hash' });

describe('a known browser', () => {
  it('is recognised by an account that signed in with it, with the same id', () => {
    const holder = person();
    const cookie = devices.remember(holder, now, undefined);
    const id = devices.knows(holder, now, cookie);
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    expect(devices.knows(holder, now, cookie)).toBe(id);
    expect(devices.knows(person(), now, cookie)).toBeNull();
  });

  it('is unknown after a password change, after half a year, and to another installation', () => {
    const holder = person();
    const cookie = devices.remember(holder, now, undefined);
    expect(devices.knows({ ...holder, passwordHash: 'another' }, now, cookie)).toBeNull();
    expect(devices.knows(holder, new Date(now.getTime() + deviceLifetime), cookie)).toBeNull();
    expect(new KnownDevices(Buffer.alloc(32, 2)).knows(holder, now, cookie)).toBeNull();
  });

  it('is rejected when the cookie names another account or time', () => {
    const [holder, other] = [person(), person()];
    const cookie = devices.remember(holder, now, undefined);
    expect(devices.knows(other, now, cookie.replace(holder.id, other.id))).toBeNull();
    const [account, device, seconds, mac] = cookie.split('.');
    const younger = [account, device, Number(seconds) - 60, mac].join('.');
    expect(devices.knows(holder, now, younger)).toBeNull();
    for (const garbage of ['', '~', 'x', cookie.slice(1), `${cookie}x`, `${cookie}.x`])
      expect(devices.knows(holder, now, garbage), garbage).toBeNull();
  });

  it('remembers the five accounts that signed in last', () => {
    const holders = Array.from({ length: 6 }, person);
    let cookie: string | undefined;
    for (const holder of holders) cookie = devices.remember(holder, now, cookie);
    cookie = devices.remember(holders[1] ?? person(), now, cookie);
    expect(holders.map((holder) => devices.knows(holder, now, cookie) !== null)).toEqual([
      false,
      true,
      true,
      true,
      true,
      true,
    ]);
    expect(cookie.length).toBeLessThan(1000);
  });
});
