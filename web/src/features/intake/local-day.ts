/** Returns today in this device’s time zone (ISO), so that the patient’s own today is never rejected as a future date. */
export function localDay(now = new Date()): string {
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}
