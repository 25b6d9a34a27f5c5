/**
 * The order of a queue: priority first, then `queueTimeOf` (the appointment for who is booked, check-in for who is not), as it was kept
 * at check-in. The id settles two of the same millisecond. A row for a visit `v`.
 */
export function place(visit: string): string {
  return `(${placeColumns(visit)})`;
}

/** The same as three columns, for a subquery that is compared as a row. */
export function placeColumns(visit: string): string {
  return `array_position(ARRAY['asap','urgent','routine'], ${visit}.priority), coalesce(${visit}.queue_at, ${visit}.checked_in_at), ${visit}.id`;
}

export function isBefore(one: string, other: string): string {
  return `${place(one)} < ${place(other)}`;
}
