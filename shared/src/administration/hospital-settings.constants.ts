/** Who receives the monthly figures by mail on the first morning of a month; only accounts with a confirmed address. */
export const monthlyReportReaders = ['nobody', 'presidents', 'presidents-and-administrators'] as const;
export type MonthlyReportReaders = (typeof monthlyReportReaders)[number];
