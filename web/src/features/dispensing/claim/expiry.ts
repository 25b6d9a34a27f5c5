/** Year, month and an optional day, in digits only or with separators of either language; or month and year. */
const forms = [
  /^(?<year>20\d\d)(?<month>\d\d)(?<day>\d\d)?$/,
  /^(?<year>20\d\d)[-./年]\s?(?<month>\d{1,2})(?:月|[-./月]\s?(?<day>\d{1,2})日?)?$/,
  /^(?<month>\d{1,2})[-./](?<year>20\d\d)$/,
  /^(?<month>\d\d)\/(?<short>\d\d)$/,
];

/** Reads an expiry as packages print it (`2027-05`, `2027.05.31`, `05/2027`, `2027年5月`) as ISO text, a month or a day; undefined for anything else. */
export function readExpiry(typed: string): string | undefined {
  const text = typed.trim();
  const parts = forms.map((form) => form.exec(text)?.groups).find(Boolean);
  if (!parts) return undefined;
  const { short, year = `20${short ?? ''}`, month = '', day } = parts;
  const at = [year, month.padStart(2, '0'), ...(day === undefined ? [] : [day.padStart(2, '0')])].join('-');
  const first = new Date(`${at.length === 7 ? `${at}-01` : at}T00:00:00Z`);
  return !Number.isNaN(first.getTime()) && first.toISOString().startsWith(at) ? at : undefined;
}
