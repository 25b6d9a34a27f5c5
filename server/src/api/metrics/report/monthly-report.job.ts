import type { MonthlyReportReaders } from '@yunzhen/shared/administration/hospital-settings.contract';
import { monthlyReportReaders } from '@yunzhen/shared/administration/hospital-settings.constants';
import type { Locale } from '@yunzhen/shared/core/locale';
import { firstOfMonth, shiftDay } from '@yunzhen/shared/core/time/calendar-day';
import { dayIn, timeIn } from '@yunzhen/shared/core/time/time-zone';
import type { HospitalContext } from '../../../platform/context.ts';
import { hospitalJob } from '../../../platform/jobs/hospital-job.ts';
import type { JobDefinition } from '../../../platform/jobs/jobs.ts';
import type { Notify } from '../../notifications/index.ts';
import type { DayRange } from '../views/figure-range.ts';
import type { ReportReaders } from './report-readers.repository.ts';
import type { ReportService } from './report.service.ts';
import type { MetricsPart } from '../metrics-part.ts';

/** No mail before this local hour; the last visits of the night are not counted before it. */
const morning = 6;
/** Last day of the month on which a missed report is still sent. */
const lastDay = 3;

interface Parts extends MetricsPart<'transactions' | 'hospitals'> {
  report: ReportService;
  readers: ReportReaders;
  notify: Notify;
}

/**
 * Mails the report of the past month on the first morning of a month, in the hospital’s time zone. Recipients follow the hospital’s settings; the
 * language is that of each account.
 * The notification has a deduplication key and is written in the same transaction, so no account gets two however many processes run. Missed accounts
 * get it within the hour, or on the next two mornings.
 */
export function monthlyReportJob(parts: Parts): JobDefinition {
  return hospitalJob({
    name: 'send-monthly-reports',
    cron: '11 * * * *',
    transactions: parts.transactions,
    work: (context) => sendReport(parts, context),
  });
}

async function sendReport(parts: Parts, context: HospitalContext): Promise<void> {
  const { transactions, hospitals, readers, report, notify } = parts;
  const due = await transactions.run(context, async (tx) => {
    const { timeZone, settings, suspendedAt } = await hospitals.current(tx);
    const month = suspendedAt || !notify.can('mail') ? null : monthBefore(tx.now, timeZone);
    if (!month) return null;
    const dedupe = `monthly-report ${month.from.slice(0, 7)}`;
    return { month, dedupe, waiting: await readers.untold(tx, readersOf(settings), dedupe) };
  });
  if (!due || due.waiting.length === 0) return;
  const { month, dedupe } = due;
  const read = await report.read(context, month);
  const drawn = new Map<Locale, Buffer>();
  for (const { accountId, locale } of due.waiting) {
    const bytes = drawn.get(locale) ?? (await report.render(read, locale));
    drawn.set(locale, bytes);
    await transactions.run(context, async (tx) => {
      await notify.notify(tx, {
        to: { accountId },
        template: 'figures.monthly-report',
        facts: { from: month.from, to: month.to },
        link: '/figures',
        dedupe,
        attachment: { name: `figures-${month.from.slice(0, 7)}.pdf`, mediaType: 'application/pdf', bytes },
      });
    });
  }
}

function readersOf(settings: Record<string, unknown>): MonthlyReportReaders {
  const chosen = settings['monthlyReport'];
  return monthlyReportReaders.find((readers) => readers === chosen) ?? 'nobody';
}

/** Returns the past month, on the first three days of a month from the morning on; null at any other time. */
export function monthBefore(now: Date, timeZone: string): DayRange | null {
  const today = dayIn(timeZone, now);
  const hour = Number(timeIn(timeZone, now).slice(0, 2));
  const date = Number(today.slice(8));
  if (date > lastDay || hour < morning) return null;
  const to = shiftDay(today, -date);
  return { from: firstOfMonth(to), to };
}
