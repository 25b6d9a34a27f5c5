import { describe, expect, it } from 'vitest';
import { judgeRefresh, objectionsTo, repeatGrace } from './sign-in.policy.ts';

const now = new Date('2026-11-24T12:00:00Z');
const at = (milliseconds: number) => new Date(now.getTime() + milliseconds);
const alive = { endedAt: null, expiresAt: at(1) };
const fresh = { usedAt: null, expiresAt: at(1) };
const used = (ago: number) => ({ usedAt: at(-ago), expiresAt: at(1) });

describe('judging a refresh', () => {
  it('rotates an unused token of a live session', () => {
    expect(judgeRefresh(alive, fresh, false, now)).toBe('rotate');
  });

  it('repeats for a used token only within the grace period and while its successor is unused', () => {
    expect(judgeRefresh(alive, used(repeatGrace), true, now)).toBe('repeat');
    expect(judgeRefresh(alive, used(repeatGrace + 1), true, now)).toBe('reused');
    expect(judgeRefresh(alive, used(0), false, now)).toBe('reused');
  });

  it('ends with an ended or expired session, or an expired token', () => {
    expect(judgeRefresh({ endedAt: now, expiresAt: at(1) }, fresh, true, now)).toBe('over');
    expect(judgeRefresh({ endedAt: null, expiresAt: now }, used(0), true, now)).toBe('over');
    expect(judgeRefresh(alive, { usedAt: null, expiresAt: now }, false, now)).toBe('over');
  });

  it('detects reuse even of a token that has expired since', () => {
    expect(judgeRefresh(alive, { usedAt: at(-repeatGrace - 1), expiresAt: at(-1) }, true, now)).toBe('reused');
  });
});

describe('objections to a new account', () => {
  const today = '2026-11-24';
  const email = 'shen.zhiqiu@example.test';
  const hospital = ['wuzhen', 'Wuzhen Internet Hospital', '乌镇互联网医院'];
  const own = [email, '+8613912345678', '沈知秋', 'Shen Zhiqiu', ...hospital];
  const good = { own, password: 'river stone lantern', birthDate: '1990-02-28' };
  const rules = (change: Partial<typeof good>) => objectionsTo({ ...good, ...change }, today).map(({ rule }) => rule);

  it('are empty for an ordinary person, a newborn and a very old person', () => {
    expect(rules({})).toEqual([]);
    expect(rules({ birthDate: today })).toEqual([]);
    expect(rules({ birthDate: '1896-11-24' })).toEqual([]);
  });

  it.each([
    'lanterns on the canal',
    'violet-otter-42',
    'x7Kp2mQ9vR',
    '春江花月夜一二三四',
    'a wholly new secret',
    // Long, of one kind of characters, with blanks at its ends: as typed, without rules of composition.
    '  quiet harbour umbrella walnut teapot lantern gravel mosaic thimble  ',
  ])('are empty for the password %s', (password) => expect(rules({ password })).toEqual([]));

  it('name an impossible birth date', () => {
    expect(rules({ birthDate: '2026-11-25' })).toEqual(['date-in-future']);
    expect(rules({ birthDate: '1895-11-23' })).toEqual(['date-too-early']);
  });

  it.each([
    'aaaaaaaaaaaa',
    '1212121212',
    '1234567890',
    'qwertyuiop',
    'Password2026!',
    'woaini1314',
    // Leaked and common ones that the security review tried.
    'sunshine12',
    'basketball',
    'administrator',
    '1qaz2wsx3edc',
    '5201314520',
    'zxcvbnm123',
    'woaini520520',
    'P@ssw0rd2026',
    'iloveyou12',
    '19900101',
    // Names of the hospital, the product and the account.
    'hospital2026',
    'wuzhen2026',
    'wuzhenhospital',
    '乌镇互联网医院',
    'yunzhen2026!',
    'shen.zhiqiu1',
    'zhiqiushen90',
    'shenzhiqiu1990',
    '13912345678',
    email,
  ])('reject the guessable password %s', (password) => {
    expect(rules({ password })).toEqual(['password-common']);
  });
});
