/** Whether the practitioner `pr` of a statement treats nobody here any more: the account is closed, or is no doctor’s. */
export const doctorGoneSql = `NOT EXISTS (SELECT 1 FROM account da
    WHERE da.id = pr.account_id AND da.status = 'active' AND 'doctor' = ANY (da.roles))`;
