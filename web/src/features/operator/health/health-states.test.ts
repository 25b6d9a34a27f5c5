// @vitest-environment happy-dom
import { createApp, h, type Component } from 'vue';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { appTexts } from '../../../app/texts/texts.ts';
import { needTexts, provideTexts, setLocale } from '../../../core/i18n/index.ts';
import HealthAllJobs from './health-all-jobs.vue';
import HealthBackups from './health-backups.vue';
import HealthCertificates from './health-certificates.vue';
import HealthNodes from './health-nodes.vue';
import HealthSection from './health-section.vue';
import HealthSummary from './health-summary.vue';

const end: (() => void)[] = [];

/** Returns the text of the mounted component. */
function shown(component: Component, props: Record<string, unknown>): string {
  const root = document.body.appendChild(document.createElement('div'));
  const app = createApp(() => h(component, props, () => 'content'));
  app.mount(root);
  end.push(() => {
    app.unmount();
    root.remove();
  });
  return (root.textContent ?? '').replaceAll(/\s+/g, ' ');
}

beforeAll(async () => {
  provideTexts(appTexts);
  await setLocale('en');
  await needTexts();
}, 60_000);
afterEach(() => end.splice(0).forEach((each) => each()));

describe('the health page', () => {
  it('says that nothing was found, or lists problems before what needs attention', () => {
    expect(shown(HealthSummary, { findings: [] })).toContain('No problems found.');
    const findings = [
      { part: 'messages', code: 'channel-failing', severity: 'attention', subject: 'mail' },
      { part: 'backups', code: 'backup-late', severity: 'problem', subject: 'log' },
    ];
    const text = shown(HealthSummary, { findings });
    expect(text).toContain('2 items need attention');
    expect(text.indexOf('The archived log is overdue')).toBeLessThan(text.indexOf('E-mail could not be delivered'));
    expect(text).toContain('The archived log is overdue');
  });

  it('shows the worst finding of a part, and that a part could not be read', () => {
    const finding = { part: 'jobs', code: 'unreadable', severity: 'problem', subject: '' };
    const text = shown(HealthSection, { part: 'jobs', findings: [finding], readable: false });
    expect(text).toContain('Problem');
    expect(text).toContain('could not be read');
    expect(text).not.toContain('content');
    expect(shown(HealthSection, { part: 'nodes', findings: [finding], readable: true })).toMatch(/OK.*content/);
  });

  it('shows failing jobs, and all of them folded', () => {
    const run = { succeededAt: null, failedAt: null, failure: null, due: 0, oldestDueSeconds: 0, periodSeconds: 60 };
    const jobs = [
      { ...run, name: 'count', failures: 0 },
      { ...run, name: 'seal', failures: 2 },
    ];
    const text = shown(HealthAllJobs, { jobs });
    expect(text).toContain('All jobs (2)');
    expect(text.split('All jobs (2)').map((part) => ['seal', 'count'].filter((name) => part.includes(name)))).toEqual([
      ['seal'],
      ['seal', 'count'],
    ]);
  });

  it('shows backups that are off, that have never run, and what failed', () => {
    expect(shown(HealthBackups, { backups: 'off' })).toContain('makes no backups here');
    const none = {
      since: '2026-11-29T00:00:00.000Z',
      backupAt: null,
      logAt: null,
      drills: false,
      drillAt: null,
      late: [],
    };
    const text = shown(HealthBackups, {
      backups: { ...none, drillSeconds: null, trouble: 'the target is full', drillTrouble: null },
    });
    for (const part of ['Never', 'Not set up', 'the target is full']) expect(text).toContain(part);
  });

  it('shows certificates that could not be checked, and that there is no media node', () => {
    const tls = [{ host: 'clinic.test', endsAt: null, failure: 'ECONNREFUSED' }];
    expect(shown(HealthCertificates, { certificates: { tls, signing: [] } })).toContain(
      'Could not be checked (ECONNREFUSED)',
    );
    expect(shown(HealthNodes, { nodes: [] })).toContain('Calls are not available');
  });
});
