import { expect, it } from 'vitest';
import { createApiClient } from '../../../core/api/client.ts';
import { CallSecrecy } from './call-secrecy.ts';

const client = createApiClient({
  tokens: { current: () => null, renew: () => Promise.reject(new Error('not signed in')) },
  fetch: () => Promise.reject(new TypeError('Failed to fetch')),
});

it('Call secrecy is not claimed for a call that continues unencrypted', () => {
  const secrecy = new CallSecrecy(client, 'visit');
  secrecy.handleTicket({ endToEndEncrypted: true });
  secrecy.begin({ participantId: 'self' });
  expect(secrecy.state.value.status).not.toBe('off');
  secrecy.handleTicket({ endToEndEncrypted: false });
  expect(secrecy.state.value.status).toBe('off');
  secrecy.handleTicket({ endToEndEncrypted: true });
  secrecy.begin({ participantId: 'self' });
  expect(secrecy.state.value.status).not.toBe('off');
  secrecy.close();
});
