/** Returns the SQL order of a queue for a visit `v`: priority, then `queueTimeOf` as stored at check-in (appointment or check-in time), then id. */
export function place(visit: string): string {
  return `(${placeColumns(visit)})`;
}

/** Returns the same order as three columns, for comparison with a subquery as a row. */
export function placeColumns(visit: string): string {
  return `array_position(ARRAY['asap','urgent','routine'], ${visit}.priority), coalesce(${visit}.queue_at, ${visit}.checked_in_at), ${visit}.id`;
}

export function isBefore(one: string, other: string): string {
  return `${place(one)} < ${place(other)}`;
}
