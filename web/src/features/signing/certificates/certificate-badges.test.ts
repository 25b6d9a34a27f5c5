import { describe, expect, it } from 'vitest';
import type { PractitionerCertificate } from '@yunzhen/shared/signing/certificates.contract';
import { endsSoon, serialGroups } from './certificate-badges.ts';

const now = Date.parse('2026-11-24T08:00:00Z');
const ending = (notAfter: string, state: PractitionerCertificate['state'] = 'in-force') =>
  endsSoon({ notAfter, state } as PractitionerCertificate, now);

describe('A certificate', () => {
  it('ends soon in its last thirty days, and only while it signs', () => {
    expect(ending('2026-12-25T00:00:00Z')).toBe(false);
    expect(ending('2026-12-20T00:00:00Z')).toBe(true);
    expect(ending('2026-12-20T00:00:00Z', 'revoked')).toBe(false);
  });

  it('has a serial number that can be read aloud', () => {
    expect(serialGroups('41AB03FF9C')).toBe('41AB 03FF 9C');
    expect(serialGroups('')).toBe('');
  });
});
