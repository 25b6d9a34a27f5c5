import type { Tx } from '../../../platform/db/transaction.ts';

export interface SetUpCounts {
  departments: number;
  administrators: number;
  doctors: number;
  pharmacists: number;
  signedReleases: number;
  doctorsWithHours: number;
  priceLists: number;
  consents: number;
  brands: number;
  toConfirm: number;
}

const staffWith = (role: string) =>
  `(SELECT count(*)::int FROM account WHERE status = 'active' AND '${role}' = ANY (roles))`;
const licensed = (kind: string) =>
  `(SELECT count(*)::int FROM practitioner p JOIN account a ON a.id = p.account_id
    WHERE p.kind = '${kind}' AND a.status = 'active' AND '${kind}' = ANY (a.roles) AND p.licence_valid_until >= $2::date)`;

/** Counts what the set-up of the hospital needs. */
export class SetUpRepository {
  async counts(tx: Tx, today: string): Promise<SetUpCounts> {
    const [row] = await tx.query<SetUpCounts>(
      `SELECT (SELECT count(*)::int FROM department WHERE active) AS departments,
         ${staffWith('administrator')} AS administrators, ${licensed('doctor')} AS doctors, ${licensed('pharmacist')} AS pharmacists,
         (SELECT count(*)::int FROM knowledge_release) AS "signedReleases",
         (SELECT count(*)::int FROM schedule WHERE jsonb_array_length(weekly) > 0) AS "doctorsWithHours",
         (SELECT count(*)::int FROM price_list WHERE withdrawn_at IS NULL AND valid_from <= $1) AS "priceLists",
         (SELECT count(DISTINCT version)::int FROM consent_text WHERE kind = 'visit-consent' AND valid_from <= $1) AS consents,
         (SELECT count(*)::int FROM brand_version) AS brands,
         (SELECT count(*)::int FROM staff_application s JOIN account a ON a.id = s.account_id
          WHERE s.confirmed_at IS NULL AND s.submitted_at IS NOT NULL AND a.status = 'active') AS "toConfirm"`,
      [tx.now, today],
    );
    if (!row) throw new Error('counts of the set-up returned no row');
    return row;
  }
}
