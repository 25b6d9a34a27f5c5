import { DAY_MS } from '@yunzhen/shared/core/time/duration';
import { certificateNoticeDays } from '@yunzhen/shared/operator/health.constants';
import type { InstallationHealth } from '@yunzhen/shared/operator/operator.contract';
import type { RequestContext } from '../../../platform/context.ts';
import type { TlsCertificate } from '../../../platform/http/tls-certificates.ts';
import type { OperatorTransactions } from '../operator-transactions.ts';
import type { EndingCertificates, HealthRepository } from './health.repository.ts';

/** Certificates of the installation’s addresses, and those for signing that end soon. */
export interface CertificateFacts {
  tls: TlsCertificate[];
  signing: EndingCertificates[];
  readAt: Date;
}

interface CertificateParts {
  transactions: OperatorTransactions;
  rows: HealthRepository;
  tls: (addresses: readonly string[]) => Promise<TlsCertificate[]>;
  addresses: () => Promise<readonly string[]>;
}

export async function readCertificateFacts(
  { transactions, rows, tls, addresses }: CertificateParts,
  context: RequestContext,
): Promise<CertificateFacts> {
  const [ofAddresses, { signing, readAt }] = await Promise.all([
    addresses().then(tls),
    transactions.run(context, async (tx) => {
      const until = new Date(tx.now.getTime() + certificateNoticeDays * DAY_MS);
      return { signing: await rows.endingCertificates(tx, until), readAt: tx.now };
    }),
  ]);
  return { tls: ofAddresses, signing, readAt };
}

const iso = (at: Date | null) => at?.toISOString() ?? null;

export function toCertificates({ tls, signing }: CertificateFacts): NonNullable<InstallationHealth['certificates']> {
  return {
    tls: tls.map((one) => ({ ...one, startsAt: iso(one.startsAt), endsAt: iso(one.endsAt) })),
    signing: signing.map(({ firstEnd, ...one }) => ({ ...one, firstEndsAt: firstEnd.toISOString() })),
  };
}
