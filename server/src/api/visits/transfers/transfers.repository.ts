import type { VisitTransfer } from '@yunzhen/shared/visits/transfers.contract';
import type { Tx } from '../../../platform/db/transaction.ts';
import { visitTransferEntity, type VisitTransferRow } from './visit-transfer.entity.ts';

export interface Colleague {
  id: string;
  accountId: string;
  name: string;
  nameLatin: string;
  onDuty: boolean;
  licenceValidUntil: string;
  active: boolean;
  paused: boolean;
  departmentIds: string[];
  /** The doctor’s own patient record, if any, because doctors do not treat themselves. */
  patientId: string | null;
}

export type TransferRow = Omit<VisitTransferRow, 'hospitalId' | 'status' | 'declineReason' | 'at' | 'settledAt'>;

type ViewRow = Omit<VisitTransfer, 'at'> & { visitId: string; at: Date };

export class TransfersRepository {
  /** Locks a doctor of this hospital, so that duty and pause do not change until the transaction ends. */
  async lockColleague(tx: Tx, practitionerId: string): Promise<Colleague | null> {
    const [held] = await tx.query('SELECT id FROM practitioner WHERE id = $1 FOR SHARE', [practitionerId]);
    if (!held) return null;
    const [row] = await tx.query<Colleague>(
      `SELECT pr.id, pr.account_id AS "accountId", pr.name, pr.name_latin AS "nameLatin", pr.on_duty AS "onDuty",
         pr.licence_valid_until::text AS "licenceValidUntil", a.status = 'active' AND 'doctor' = ANY (a.roles) AS active,
         EXISTS (SELECT 1 FROM practitioner_pause p WHERE p.practitioner_id = pr.id AND p.ended_at IS NULL
           AND p.from_at <= $2 AND p.until_at > $2) AS paused,
         ARRAY(SELECT department_id FROM practitioner_department WHERE practitioner_id = pr.id) AS "departmentIds",
         (SELECT p.id FROM patient p WHERE p.account_id = pr.account_id) AS "patientId"
       FROM practitioner pr JOIN account a ON a.id = pr.account_id WHERE pr.id = $1 AND pr.kind = 'doctor'`,
      [practitionerId, tx.now],
    );
    return row ?? null;
  }

  async insert(tx: Tx, row: TransferRow): Promise<void> {
    const open = { ...row, hospitalId: tx.hospitalId, status: 'open', at: tx.now } as const;
    await tx.manager.insert(visitTransferEntity, open);
  }

  /** Returns the open transfer; the caller holds the visit’s lock. */
  open(tx: Tx, visitId: string): Promise<TransferRow | null> {
    return tx.manager.findOneBy(visitTransferEntity, { visitId, status: 'open' });
  }

  /** Closes the open transfer; has no effect when there is none. */
  async settle(tx: Tx, visitId: string, status: 'taken' | 'declined', declineReason = ''): Promise<void> {
    const settled = { status, declineReason, settledAt: tx.now };
    await tx.manager.update(visitTransferEntity, { visitId, status: 'open' }, settled);
  }

  /** Returns the latest transfer of each visit that has one. */
  async latest(tx: Tx, visitIds: readonly string[]): Promise<Map<string, VisitTransfer>> {
    if (visitIds.length === 0) return new Map();
    const person = (of: string) =>
      `json_build_object('id', ${of}.id, 'name', ${of}.name, 'nameLatin', ${of}.name_latin)`;
    const rows = await tx.query<ViewRow>(
      `SELECT DISTINCT ON (t.visit_id) t.visit_id AS "visitId", t.status, t.reason, t.decline_reason AS "declineReason", t.at,
         ${person('f')} AS "from", ${person('g')} AS "to"
       FROM visit_transfer t JOIN practitioner f ON f.id = t.from_practitioner_id
         JOIN practitioner g ON g.id = t.to_practitioner_id
       WHERE t.visit_id = ANY($1) ORDER BY t.visit_id, t.at DESC, t.id DESC`,
      [visitIds],
    );
    return new Map(rows.map(({ visitId, at, ...row }) => [visitId, { ...row, at: at.toISOString() }]));
  }
}
