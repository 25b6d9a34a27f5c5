/**
 * A column for a statement over doctors: a doctor’s taken times from now on, as pairs of milliseconds. `now` and `until` are parameters or
 * expressions of them, `doctor` is the id column.
 * Expired holds take nothing. No appointment lasts longer than four hours, which lets the index find them by their start.
 */
export const takenSql = (doctor: string, now: string, until: string) => `(
  SELECT coalesce(json_agg(json_build_array(round(extract(epoch FROM a.starts_at) * 1000), round(extract(epoch FROM a.ends_at) * 1000))), '[]')
  FROM appointment a WHERE a.practitioner_id = ${doctor} AND a.starts_at < ${until}
    AND a.starts_at > ${now}::timestamptz - interval '4 hours' AND a.ends_at > ${now}
    AND a.status IN ('proposed', 'booked', 'checked-in') AND (a.status <> 'proposed' OR a.hold_until > ${now}))`;
