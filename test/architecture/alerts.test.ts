import { execFileSync, spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { root } from './cruise.ts';

interface Rule {
  alert: string;
  expr: string;
  labels: { severity: string };
  annotations: { summary: string; runbook: string };
}

interface RuleTest {
  alert_rule_test: { alertname: string; exp_alerts: object[] }[];
}

const folder = join(root, 'docker/prometheus');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const { groups } = parse(read('docker/prometheus/alerts.yml')) as { groups: { rules: Rule[] }[] };
const rules = groups.flatMap((group) => group.rules);
const { tests } = parse(read('docker/prometheus/alerts.test.yml')) as { tests: RuleTest[] };

const hasPromtool = spawnSync('promtool', ['--version']).status === 0;

describe('alert rules', () => {
  it('each have a name, a severity and a summary', () => {
    expect(rules.length).toBeGreaterThanOrEqual(15);
    expect(new Set(rules.map(({ alert }) => alert)).size).toBe(rules.length);
    for (const { alert, labels, annotations } of rules) {
      expect(['critical', 'warning'], alert).toContain(labels.severity);
      expect(annotations.summary, alert).not.toBe('');
    }
  });

  it('each link to their own section, which says what it means, how to check it and what to do', () => {
    const sections = new Map(
      read('docs/operations/alerts.md')
        .split(/^## /m)
        .slice(1)
        .map((text) => [text.split('\n')[0], text]),
    );
    expect([...sections.keys()]).toEqual(rules.map(({ alert }) => alert));
    for (const { alert, labels, annotations } of rules) {
      expect(annotations.runbook).toBe(`docs/operations/alerts.md#${alert.toLowerCase()}`);
      expect(sections.get(alert)).toMatch(
        new RegExp(`\\n\\n\`${labels.severity}\`\\. \\S[^]+\\nCheck:\\n\\n- [^]+\\nDo:\\n\\n- `),
      );
    }
  });

  it('quote log lines that the program writes', () => {
    const sources = globSync('server/src/**/*.ts', { cwd: root }).map(read);
    const quoted = [...read('docs/operations/alerts.md').matchAll(/log lines? `([^`]+)`/g)].map(
      ([, line = '']) => line,
    );
    const isWritten = (line: string) => sources.some((source) => source.includes(`'${line}`));
    expect(quoted.filter((line) => !isWritten(line))).toEqual([]);
    expect(quoted.length).toBeGreaterThan(4);
  });

  it('each have a test in which they fire, and one in which they stay silent', () => {
    const outcomes = tests.flatMap(({ alert_rule_test: expected }) =>
      expected.map(({ alertname, exp_alerts: alerts }) => `${alertname} ${alerts.length > 0 ? 'fires' : 'is silent'}`),
    );
    expect(outcomes).toEqual(rules.flatMap(({ alert }) => [`${alert} fires`, `${alert} is silent`]));
  });

  it.skipIf(!hasPromtool)(
    'pass these tests in promtool; skipped where the package `prometheus` is not installed',
    () => {
      const run = (...args: string[]) => execFileSync('promtool', args, { cwd: folder, encoding: 'utf8' });
      expect(run('check', 'rules', 'alerts.yml')).toContain(`${rules.length} rules found`);
      expect(run('test', 'rules', 'alerts.test.yml')).toContain('SUCCESS');
    },
  );
});
