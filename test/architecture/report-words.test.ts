import { expect, it } from 'vitest';
import { reportLabels } from '../../server/src/api/metrics/report/report-labels.ts';
import figuresEn from '../../web/src/features/metrics/texts.en.ts';
import figuresZh from '../../web/src/features/metrics/texts.zh-CN.ts';
import reviewEn from '../../web/src/features/review/texts.en.ts';
import reviewZh from '../../web/src/features/review/texts.zh-CN.ts';

it.each([
  ['en', figuresEn, reviewEn],
  ['zh-CN', figuresZh, reviewZh],
] as const)('the report uses the words of the pages, in %s', (locale, figures, review) => {
  const words = reportLabels(locale);
  expect(words.folded).toBe(figures.folded.short);
  expect(words.nineOfTen).toBe(figures.line['wait-p90']);
  expect(words.step).toEqual(figures.funnel.step);
  expect(words.check).toEqual(figures.alerts.check);
  expect(words.reason).toEqual(review.rejectionReason);
  const { section, column } = words;
  expect([section.checks, section.rejections, section.classes]).toEqual(
    (['checks', 'rejections', 'classes'] as const).map((list) => figures.safety[list].title),
  );
  expect([section.funnel, section.demand, section.calls, section.forecast]).toEqual(
    [figures.funnel, figures.heat, figures.outcomes, figures.forecast].map(({ title }) => title),
  );
  expect([section.trends, section.wait]).toEqual([figures.trends, figures.chart.wait]);
  expect(words.lead.forecast).toContain(figures.forecast.between);
  expect([column.calls, column.completed, column.rating, column.prescribed]).toEqual(
    (['calls', 'completed', 'rating', 'prescribed'] as const).map((name) => figures.outcomes[name]),
  );
  for (const [bucket, name] of Object.entries(figures.outcomes.bucket))
    expect(words.bucket[bucket as keyof typeof words.bucket].startsWith(name)).toBe(true);
  expect([words.column.alerts, words.column.signedOver]).toEqual([
    figures.safety.checks.count,
    figures.safety.checks.second,
  ]);
  expect([words.column.reason, words.column.times, words.column.ofAll]).toEqual([
    figures.safety.rejections.name,
    figures.safety.rejections.count,
    figures.safety.rejections.second,
  ]);
  expect([words.column.class, words.column.lines, words.column.generic]).toEqual([
    figures.safety.classes.name,
    figures.safety.classes.count,
    figures.safety.classes.second,
  ]);
});
