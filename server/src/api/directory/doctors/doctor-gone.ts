/** The SQL condition that the practitioner `pr` no longer treats patients: the account is closed, or no longer a doctor’s. */
export const doctorGoneSql = `NOT EXISTS (SELECT 1 FROM account da
    WHERE da.id = pr.account_id AND da.status = 'active' AND 'doctor' = ANY (da.roles))`;
