import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './cruise.ts';

const sources = globSync('{server,shared,web}/src/**/*.{ts,vue}', { cwd: root }).filter(
  (file) => !/\.test\.ts$|\/testing\//.test(file),
);
const filesWith = (pattern: RegExp) => sources.filter((file) => pattern.test(readFileSync(join(root, file), 'utf8')));

describe('the programs', () => {
  it('use Math.random only to spread retries and to draw samples', () => {
    expect(sources.length).toBeGreaterThan(1000);
    expect(filesWith(/Math\.random/).sort()).toEqual([
      'server/src/platform/db/transaction.ts',
      'web/src/core/api/retry.ts',
      'web/src/core/realtime/record-socket.ts',
      'web/src/core/rtc/encryption/call-encryption.ts',
      'web/src/core/rtc/quality/trial-media.ts',
      'web/src/core/rtc/session/call-client.ts',
      // Invents the number of a document in demo mode.
      'web/src/features/accounts/identity/components/identity-form.vue',
    ]);
  });

  it('check every TLS certificate, except where only its dates are read', () => {
    expect(filesWith(/rejectUnauthorized|NODE_TLS_REJECT|checkServerIdentity/).sort()).toEqual([
      // Without certificates: both sides of a move prove a shared key (TLS-PSK).
      'server/src/move/transport.ts',
      'server/src/platform/http/tls-certificates.ts',
    ]);
  });

  it('make no digest that is weaker than SHA-256, except credentials in the form that coturn prescribes', () => {
    expect(filesWith(/createH(?:ash|mac)\('(?!sha(?:256|384|512)')|digest\('SHA-1'/)).toEqual([
      'server/src/api/calls/tickets/turn-credentials.ts',
    ]);
  });
});
