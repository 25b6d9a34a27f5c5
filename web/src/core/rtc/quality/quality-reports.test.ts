import { describe, expect, it } from 'vitest';
import { qualityReport, type QualitySample } from '@yunzhen/shared/calls/quality.schemas';
import { QualityReports } from './quality-reports.ts';

const sample: Omit<QualitySample, 'agoMs'> = {
  spanMs: 5000,
  grade: 'good',
  cause: 'none',
  mos: 430,
  rttMs: 40,
  jitterMs: 3,
  lossReceived: 0,
  lossSent: 0,
  concealed: 0,
  frozenMs: 0,
  kbpsReceived: 900,
  kbpsSent: 900,
  carried: 'all',
};

/** Adds a sample every second from `from` on, and lets every report be answered before the next one. */
async function seconds(reports: QualityReports, from: number, to: number): Promise<void> {
  for (let second = from; second <= to; second += 1) {
    reports.add({ ...sample, rttMs: second }, second * 1000);
    await Promise.resolve()
      .then(() => undefined)
      .then(() => undefined);
  }
}

function reportsTo(answer: () => boolean | Error) {
  const sent: QualitySample[][] = [];
  const reports = new QualityReports(async (samples) => {
    sent.push(qualityReport.parse({ samples }).samples);
    const answered = answer();
    if (answered instanceof Error) throw answered;
    return answered;
  });
  return { reports, sent };
}

describe('Quality reports', () => {
  it('contain a sample of every five seconds and are sent every fifteen', async () => {
    const { reports, sent } = reportsTo(() => true);
    await seconds(reports, 1, 60);
    expect(sent.map((samples) => samples.map(({ rttMs }) => rttMs))).toEqual([
      [1, 6, 11],
      [16, 21, 26],
      [31, 36, 41],
      [46, 51, 56],
    ]);
    expect(sent[0]?.map(({ agoMs }) => agoMs)).toEqual([10_000, 5000, 0]);
  });

  it('include unsent samples in the next report, once', async () => {
    const answers = [false, new Error('connection lost'), true, true];
    const { reports, sent } = reportsTo(() => answers.shift() ?? true);
    await seconds(reports, 1, 60);
    expect(sent.map(({ length }) => length)).toEqual([3, 6, 9, 3]);
    expect(sent[2]?.[0]).toMatchObject({ rttMs: 1, agoMs: 40_000 });
  });

  it('store at most two minutes of samples', async () => {
    let up = false;
    const { reports, sent } = reportsTo(() => up);
    await seconds(reports, 1, 600);
    expect(sent.at(-1)).toHaveLength(24);
    up = true;
    await seconds(reports, 601, 620);
    expect(Math.max(...(sent.at(-1) ?? []).map(({ agoMs }) => agoMs))).toBeLessThanOrEqual(120_000);
  });
});
