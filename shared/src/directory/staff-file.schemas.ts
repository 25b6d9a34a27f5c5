import { z } from 'zod';
import { fileBytes, locale } from '../core/common.ts';
import { maxStaffRows, staffFileFaults } from './staff-file.constants.ts';
import { invitation } from './staff.schemas.ts';
import type { RouteSchemas } from '../core/route.ts';

const reportRow = z.strictObject({
  /** Line of the file on which the row ends; the heading is line 1. */
  line: z.int(),
  name: z.string(),
  email: z.string(),
  /** What would be imported; null for a row with faults. */
  invitation: invitation.nullable(),
  /** By column key; the rule is a code, as in rejected forms. */
  faults: z.array(z.strictObject({ column: z.string(), rule: z.string() })),
});
export type StaffReportRow = z.output<typeof reportRow>;

export const staffFileReport = z.strictObject({
  /** Whether this installation sends mail. The links of an import are only in mails, so none is possible without it. */
  canSend: z.boolean(),
  /** Why nothing of the file is usable, with the line where it is known; null otherwise. */
  failure: z
    .strictObject({ rule: z.enum(staffFileFaults), line: z.int().nullable(), columns: z.array(z.string()) })
    .nullable(),
  rows: z.array(reportRow),
});
export type StaffFileReport = z.output<typeof staffFileReport>;

export const staffFileSchemas = {
  checkStaffFile: {
    summary: 'Check a staff file (CSV in UTF-8 or GB 18030) row by row; nothing is stored',
    query: z.strictObject({ locale }),
    accepts: ['text/csv'],
    response: staffFileReport,
    bodyLimit: 1024 * 1024,
    rateLimit: 30,
  },
  importStaff: {
    summary: 'Invite everyone of a checked staff file; all of them or none',
    body: z.strictObject({ invitations: z.array(invitation).min(1).max(maxStaffRows) }),
    response: z.strictObject({ invited: z.int() }),
    bodyLimit: 4 * 1024 * 1024,
    rateLimit: 10,
  },
  exportStaff: {
    summary: 'Export staff as CSV with the columns of the import; formulas are neutralised',
    query: z.strictObject({ locale }),
    response: fileBytes,
  },
} satisfies RouteSchemas;
