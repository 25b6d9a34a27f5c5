import { certificateUrgency } from '@yunzhen/shared/operator/certificate-urgency';
import { certificateKinds, type CertificateKind } from '@yunzhen/shared/operator/health.constants';
import { HOUR_MS } from '@yunzhen/shared/core/time/duration';
import type { CertificateFacts } from './certificates.ts';

/** How long counts are used before they are read again. */
const countedForMs = HOUR_MS;

/** Counts certificates that should have been renewed, for the metrics. */
export class CertificateWatch {
  readonly #read: () => Promise<CertificateFacts>;
  #counts: Readonly<Record<CertificateKind, number>> | null = null;
  #readAt = -Infinity;
  #reading = false;

  constructor(read: () => Promise<CertificateFacts>) {
    this.#read = read;
  }

  /** Returns addresses (`tls`) and hospitals with such certificates; null while unknown. Never waits: counts that are an hour old are read again. */
  overdue(): Readonly<Record<CertificateKind, number>> | null {
    if (!this.#reading && performance.now() - this.#readAt > countedForMs) void this.#count();
    return this.#counts;
  }

  async #count(): Promise<void> {
    this.#reading = true;
    try {
      this.#counts = countOverdue(await this.#read());
      this.#readAt = performance.now();
    } catch {
      this.#counts = null;
    } finally {
      this.#reading = false;
    }
  }
}

function countOverdue({ tls, signing, readAt }: CertificateFacts): Record<CertificateKind, number> {
  const counts = Object.fromEntries(certificateKinds.map((kind) => [kind, 0])) as Record<CertificateKind, number>;
  const judge = (kind: CertificateKind, startsAt: Date | null, endsAt: Date | null) => {
    if (endsAt && certificateUrgency({ startsAt, endsAt }, readAt)) counts[kind] += 1;
  };
  for (const { startsAt, endsAt } of tls) judge('tls', startsAt, endsAt);
  for (const { kind, firstEnd } of signing) judge(kind, null, firstEnd);
  return counts;
}
