import type { LocalizedText } from '@yunzhen/shared/core/locale';
import type { HealthChannel } from '@yunzhen/shared/operator/health.constants';
import type { Tx } from '../../../platform/db/transaction.ts';

export interface WaitingMessages {
  channel: HealthChannel;
  waiting: number;
  oldest: Date;
}

export interface EndingCertificates {
  hospital: { slug: string; name: LocalizedText };
  kind: 'hospital-ca' | 'practitioner';
  ending: number;
  firstEnd: Date;
}

/** Counts over all hospitals, from functions of the owner that the operator’s role may call. */
export class HealthRepository {
  waitingMessages(tx: Tx): Promise<WaitingMessages[]> {
    return tx.query<WaitingMessages>(
      `SELECT channel, sum(waiting)::int AS waiting, min(oldest) AS oldest FROM waiting_messages() GROUP BY channel`,
    );
  }

  /** Returns, for each hospital and kind, certificates for signing that end before `until`; soonest first. */
  endingCertificates(tx: Tx, until: Date): Promise<EndingCertificates[]> {
    return tx.query<EndingCertificates>(
      `SELECT jsonb_build_object('slug', h.slug, 'name', h.name) AS hospital, c.kind, c.ending, c.first_end AS "firstEnd"
       FROM ending_certificates($1) c JOIN hospital h ON h.id = c.hospital ORDER BY c.first_end, h.slug LIMIT 100`,
      [until],
    );
  }
}
