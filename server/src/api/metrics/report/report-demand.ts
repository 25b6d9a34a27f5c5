import { ink, type TextStyle } from '../../../platform/paper/paper.ts';
import { hue } from './line-chart.ts';
import { soft, type ReportSheet } from './report-sheet.ts';
import { drawTable } from './report-table.ts';

const tiny: TextStyle = { size: 7, colour: ink.soft };

export function drawFunnel(sheet: ReportSheet): void {
  const { words, numbers, report } = sheet;
  const { steps } = report.funnel;
  const most = Math.max(1, ...steps.map(({ count }) => count.value ?? 0));
  sheet.heading(words.section.funnel, words.lead.funnel, 16 * (steps.length + 2));
  drawTable(
    sheet,
    [
      { title: words.column.step, width: 0, align: 'left' },
      { title: words.column.visits, width: 80, align: 'right' },
      { title: words.column.ofAll, width: 80, align: 'right' },
      { title: words.column.ofBefore, width: 90, align: 'right' },
      { title: words.column.before, width: 80, align: 'right' },
    ],
    steps.map(({ step, count, ofAll, ofStepBefore, before }, i) => ({
      cells: [
        words.step[step],
        numbers.cell(count, 'count'),
        numbers.cell(ofAll, 'share'),
        i === 0 ? words.nothing : numbers.cell(ofStepBefore, 'share'),
        numbers.cell(before, 'count'),
      ],
      bar: (count.value ?? 0) / most,
    })),
  );
}

const cellHeight = 15;

/** Draws seven rows of 24 hours; a cell shows its number if it fits. */
export function drawDemand(sheet: ReportSheet): void {
  const { paper, words, numbers, report } = sheet;
  sheet.heading(words.section.demand, words.lead.demand, 8 * cellHeight);
  const left = paper.left + 30;
  const width = (paper.right - left) / 24;
  const { cells } = report.heatMap;
  const most = Math.max(...cells.map(({ perDay }) => perDay.value ?? 0));
  const busiest = cells.toSorted((a, b) => (b.perDay.value ?? 0) - (a.perDay.value ?? 0))[0];
  const where = busiest ? `${words.weekdays[busiest.weekday - 1]} ${busiest.hour}:00` : '';
  const top = sheet.y;
  paper.figure(`${words.section.demand}: ${where} ${numbers.count(most)}`, () => {
    for (const { weekday, hour, perDay } of cells) {
      const [x, y] = [left + hour * width, top + (weekday - 1) * cellHeight];
      const part = most > 0 ? (perDay.value ?? 0) / most : 0;
      paper.doc
        .rect(x + 0.5, y + 0.5, width - 1, cellHeight - 1)
        .fillColor(perDay.value === null ? '#f5f5f4' : shade(part))
        .fill();
      const text = perDay.folded ? '·' : (perDay.value ?? 0) >= 0.05 ? numbers.count(perDay.value ?? 0) : '';
      const style = {
        size: 6.5,
        align: 'center',
        singleLine: true,
        colour: part > 0.45 ? '#ffffff' : ink.text,
      } as const;
      if (text) paper.text(text, x, y + 3, width, style);
    }
    words.weekdays.forEach((name, i) => {
      paper.text(name, paper.left, top + i * cellHeight + 3, 28, { ...tiny, singleLine: true });
    });
    for (let hour = 0; hour < 24; hour += 3)
      paper.text(String(hour), left + hour * width, top + 7 * cellHeight + 2, width, { ...tiny, align: 'center' });
  });
  sheet.y += 8 * cellHeight + 4;
}

/** Returns a colour between near-white and the product’s celadon. */
function shade(part: number): string {
  const [from, to] = [
    [244, 248, 247],
    [15, 118, 110],
  ] as const;
  const mixed = from.map((value, i) => Math.round(value + ((to[i] ?? 0) - value) * part ** 0.8));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

const chartHeight = 110;

/** Draws seven columns with error bars, and the past error of the same formula. */
export function drawForecast(sheet: ReportSheet): void {
  const { paper, words, numbers, report } = sheet;
  const { forecast, weeksKnown } = report.forecast;
  sheet.heading(words.section.forecast, forecast ? words.lead.forecast : null, chartHeight + 40);
  if (!forecast) {
    const text = words.noForecast(weeksKnown);
    paper.tag('P', () => void (sheet.y += paper.text(text, paper.left, sheet.y, paper.contentWidth, soft)));
    return;
  }
  const { days, backTest } = forecast;
  const most = Math.max(1, ...days.map(({ high }) => high));
  const step = paper.contentWidth / days.length;
  const base = sheet.y + chartHeight - 24;
  const place = (value: number) => base - (value / most) * (chartHeight - 44);
  const said = days
    .map(({ day, expected }) => `${numbers.weekday(day)} ${numbers.count(Math.round(expected))}`)
    .join(', ');
  paper.figure(`${words.section.forecast}: ${said}`, () => {
    const { doc } = paper;
    days.forEach(({ day, expected, low, high }, i) => {
      const centre = paper.left + (i + 0.5) * step;
      doc
        .rect(centre - 17, place(expected), 34, base - place(expected))
        .fillColor(hue.now)
        .fill();
      doc.moveTo(centre + 24, place(low)).lineTo(centre + 24, place(high));
      for (const end of [low, high]) doc.moveTo(centre + 21, place(end)).lineTo(centre + 27, place(end));
      doc.lineWidth(0.9).strokeColor(ink.soft).stroke();
      const number = { size: 9, weight: 'semibold', align: 'center' } as const;
      paper.text(numbers.count(Math.round(expected)), centre - 25, place(expected) - 13, 50, number);
      paper.text(numbers.weekday(day), centre - step / 2, base + 3, step, {
        ...tiny,
        align: 'center',
        singleLine: true,
      });
      const between = `${numbers.count(Math.round(low))} – ${numbers.count(Math.round(high))}`;
      paper.text(between, centre - step / 2, base + 13, step, { ...tiny, align: 'center', singleLine: true });
    });
    doc.moveTo(paper.left, base).lineTo(paper.right, base).lineWidth(0.6).strokeColor(ink.line).stroke();
  });
  sheet.y += chartHeight;
  const text = words.forecastError({
    weeks: backTest.weeks,
    error: numbers.count(backTest.meanError),
    share: backTest.shareError === null ? words.nothing : numbers.share(backTest.shareError),
    bias: words.bias(numbers.count(Math.abs(backTest.bias)), backTest.bias >= 0),
    coverage: numbers.share(backTest.coverage),
  });
  paper.tag('P', () => void (sheet.y += paper.text(text, paper.left, sheet.y + 2, paper.contentWidth, soft) + 4));
}
