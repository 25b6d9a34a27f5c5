import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { hashOfSecret } from '../../accounts/index.ts';
import { fits, InvitationSecrets, presented } from './invitation-secrets.ts';

const secrets = new InvitationSecrets(randomBytes(32));
const hospitalId = randomUUID();
const id = randomUUID();

describe('the secret of an invitation link', () => {
  it('names its hospital, matches its hash and needs no escaping in an address', () => {
    const secret = secrets.link(hospitalId, id);
    expect(secret).toMatch(/^[\w-]{64}$/);
    const given = presented(secret);
    expect(given?.hospitalId).toBe(hospitalId);
    expect(given && fits(hashOfSecret(secret), given)).toBe(true);
    expect(given && fits(null, given)).toBe(false);
  });

  it('is the same for the same invitation and server, and differs for any other', () => {
    const secret = secrets.link(hospitalId, id);
    expect(secrets.link(hospitalId, id)).toBe(secret);
    expect(secrets.link(hospitalId, randomUUID())).not.toBe(secret);
    expect(secrets.link(randomUUID(), id)).not.toBe(secret);
    expect(new InvitationSecrets(randomBytes(32)).link(hospitalId, id)).not.toBe(secret);
    expect(secrets.guestKey(hospitalId, id, id)).not.toBe(secret);
  });

  it.each(['', 'short', 'a'.repeat(63), 'a'.repeat(65), `${'a'.repeat(60)}.../`, ' '.repeat(64)])(
    'cannot be parsed from %j',
    (text) => {
      expect(presented(text)).toBeNull();
    },
  );
});

describe('a guest’s key', () => {
  it('is the same only for the same idempotency key', () => {
    const key = secrets.guestKey(hospitalId, id, 'once-and-again');
    expect(secrets.guestKey(hospitalId, id, 'once-and-again')).toBe(key);
    expect(secrets.guestKey(hospitalId, id, 'another-key')).not.toBe(key);
    expect(secrets.guestKey(hospitalId, id, null)).not.toBe(secrets.guestKey(hospitalId, id, null));
  });
});
