import type { SessionGrant } from '@yunzhen/shared/accounts/auth.contract';

/** A session with what every listener to sessions reads: tests of several files share these listeners. */
export const testGrant = {
  accessToken: 'token',
  expiresAt: '2099-01-01T00:00:00Z',
  account: {
    id: 'person',
    patientId: 'patient',
    hospital: { timeZone: 'UTC', phone: '', brand: { palette: null } },
    wishes: { largerText: false, highContrast: false, reducedMotion: false },
  },
} as unknown as SessionGrant;
