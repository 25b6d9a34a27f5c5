/** Whom the figures of the month before are mailed to, on the first morning of a month; of these only who confirmed their address. */
export const monthlyReportReaders = ['nobody', 'presidents', 'presidents-and-administrators'] as const;
export type MonthlyReportReaders = (typeof monthlyReportReaders)[number];
