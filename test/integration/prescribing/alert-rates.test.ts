import { DAY_MS } from '@yunzhen/shared/core/time/duration';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAlertRates } from '../../../shared/src/prescribing/alert-rates.contract.ts';
import {
  cancelPrescription,
  savePrescription,
  signPrescription,
  type Prescription,
} from '../../../shared/src/prescribing/prescribing.contract.ts';
import { shiftDay } from '@yunzhen/shared/core/time/calendar-day';
import { dayIn } from '@yunzhen/shared/core/time/time-zone';
import { newId } from '../../../server/src/platform/ids.ts';
import { Clinic, line } from '../../support/clinic.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';

let test: TestApi;
let clinic: Clinic;
beforeAll(async () => {
  test = await startTestApi();
  clinic = await Clinic.open(test);
});
afterAll(() => test.close());

/** Returns a line with too much paracetamol a day that may still be overridden. */
const overdosedLine = () =>
  line({ dose: { value: '3', unit: 'tablet' }, quantity: { value: '27', unit: 'tablet', manual: false } });

async function drafted(): Promise<Prescription> {
  const visit = await clinic.admitted(await clinic.factory.patient(clinic.hospital));
  await clinic.diagnosed(visit);
  return clinic.drafted(visit, [overdosedLine()]);
}

const sign = (draft: Prescription, reason: 'will-monitor' | 'other' = 'will-monitor') =>
  clinic.doctor.client.call(signPrescription, {
    params: { prescriptionId: draft.id },
    version: draft.version,
    body: {
      acknowledgements: (draft.safety?.issues ?? []).map(({ id }) => ({
        issueId: id,
        reason,
        ...(reason === 'other' ? { text: 'weighs 120 kg' } : {}),
      })),
    },
  });

async function kept(id: string): Promise<unknown[]> {
  const { rows } = await test.database.admin.query(
    `SELECT rule, check_name, severity, outcome, reason FROM safety_alert WHERE prescription_id = $1 ORDER BY rule`,
    [id],
  );
  return rows;
}

/** Inserts that many shown alerts, all of one signed prescription, under a rule of its own name. */
async function shown(rule: string, outcomes: { overridden: number; heeded: number; reason?: string }, at = new Date()) {
  const { rows } = await test.database.admin.query<{ id: string }>(
    `SELECT id FROM prescription WHERE hospital_id = $1 LIMIT 1`,
    [clinic.hospital.id],
  );
  const { overridden, heeded, reason = 'will-monitor' } = outcomes;
  for (let n = 0; n < overridden + heeded; n++) {
    const copy = newId();
    await test.database.admin.query(
      `INSERT INTO prescription SELECT (jsonb_populate_record(p, jsonb_build_object('id', $2::text, 'number', $2::text))).*
       FROM prescription p WHERE id = $1`,
      [rows[0]?.id, copy],
    );
    await test.database.admin.query(
      `INSERT INTO safety_alert (prescription_id, rule, hospital_id, check_name, severity, outcome, reason, at)
       VALUES ($1, $2, $3, 'interaction', 'serious', $4, $5, $6)`,
      [copy, rule, clinic.hospital.id, n < overridden ? 'overridden' : 'heeded', n < overridden ? reason : null, at],
    );
  }
}

describe('the outcome of an alert', () => {
  it('is stored with the signature: rule and reason code, no free text and no product', async () => {
    const draft = await drafted();
    const rules = new Set(draft.safety?.issues.map(({ check }) => check));
    expect(rules).toContain('dose');
    expect(await kept(draft.id)).toEqual([]);
    expect((await sign(draft, 'other')).status).toBe(200);
    const rows = await kept(draft.id);
    expect(rows).toContainEqual(
      expect.objectContaining({
        rule: 'dose:day:paracetamol',
        check_name: 'dose',
        outcome: 'overridden',
        reason: 'other',
      }),
    );
    expect(JSON.stringify(rows)).not.toMatch(/tablet|120 kg/);
    // A repeated click changes nothing.
    expect((await sign(draft, 'other')).status).toBe(200);
    expect(await kept(draft.id)).toEqual(rows);
  });

  it('is “heeded” when the draft was corrected; a rejected signature stores nothing', async () => {
    const draft = await drafted();
    const refused = await clinic.doctor.client.call(signPrescription, {
      params: { prescriptionId: draft.id },
      version: draft.version,
      body: {},
    });
    expect(refused.problem.code).toBe('prescription.issue-unacknowledged');
    expect(await kept(draft.id)).toEqual([]);
    const mended = await clinic.doctor.client.ok(savePrescription, {
      params: { prescriptionId: draft.id },
      version: draft.version,
      body: { items: [line()] },
    });
    expect((await sign(mended)).status).toBe(200);
    expect(await kept(draft.id)).toContainEqual(
      expect.objectContaining({ rule: 'dose:day:paracetamol', outcome: 'heeded', reason: null }),
    );
  });

  it('is “withdrawn” with its draft, once, and does not change when a signed prescription is withdrawn', async () => {
    const draft = await drafted();
    const cancel = (id: string) =>
      clinic.doctor.client.ok(cancelPrescription, { params: { prescriptionId: id }, body: { reason: 'mistake' } });
    await cancel(draft.id);
    await cancel(draft.id);
    expect(await kept(draft.id)).toContainEqual(expect.objectContaining({ outcome: 'withdrawn' }));
    const signed = await drafted();
    await sign(signed);
    const before = await kept(signed.id);
    await cancel(signed.id);
    expect(await kept(signed.id)).toEqual(before);
  });

  it('cannot be changed by the app afterwards', async () => {
    const { rows } = await test.database.admin.query(
      `SELECT privilege_type AS may FROM information_schema.role_table_grants
       WHERE table_name = 'safety_alert' AND grantee LIKE '%app%' ORDER BY 1`,
    );
    expect(rows).toEqual([{ may: 'INSERT' }, { may: 'SELECT' }]);
  });
});

describe('the override rates', () => {
  it('count by rule and check, fold counts under five, and name rules that are always overridden', async () => {
    const president = await clinic.factory.staff(clinic.hospital, 'president');
    await shown('interaction:ace-arb', { overridden: 6, heeded: 0 });
    await shown('interaction:ace-allopurinol', { overridden: 3, heeded: 5, reason: 'tolerated-before' });
    await shown('interaction:gone', { overridden: 4, heeded: 0 });
    await shown('interaction:long-ago', { overridden: 9, heeded: 0 }, new Date(Date.now() - 40 * DAY_MS));
    const to = dayIn('Asia/Shanghai', test.clock.now());
    const query = { from: shiftDay(to, -29), to, check: 'interaction', atLeast: 6 } as const;
    const rates = await president.client.ok(readAlertRates, { query });
    expect(rates).toMatchObject({ from: query.from, to });
    expect(rates.rules).toEqual([
      {
        rule: 'interaction:ace-arb',
        check: 'interaction',
        severity: 'serious',
        text: expect.objectContaining({ en: expect.stringContaining('Kidney failure') as string }) as object,
        shown: 6,
        overridden: 6,
        reasons: [{ reason: 'will-monitor', times: 6 }],
      },
      expect.objectContaining({
        rule: 'interaction:ace-allopurinol',
        shown: 8,
        overridden: null,
        reasons: [{ reason: null, times: null }],
      }),
    ]);
    expect(rates.alwaysOverridden.map(({ rule }) => rule)).toEqual(['interaction:ace-arb']);
    expect(rates.foldedRules).toBe(1);
    // The outcome of 40 days ago is the first one stored.
    expect(rates.recordedSince).toBe(dayIn('Asia/Shanghai', new Date(Date.now() - 40 * DAY_MS)));
    expect((await president.client.ok(readAlertRates)).from).toBe(shiftDay(to, -89));
    const often = await president.client.ok(readAlertRates, { query: { ...query, sort: 'shown' } });
    expect(often.rules.map(({ rule }) => rule)).toEqual(['interaction:ace-allopurinol', 'interaction:ace-arb']);
    expect((await president.client.ok(readAlertRates, { query: { ...query, atLeast: 7 } })).alwaysOverridden).toEqual(
      [],
    );
  });

  it('are per hospital, for president and administrator, and each read is audited', async () => {
    const elsewhere = await clinic.factory.hospital();
    const theirs = await (await clinic.factory.staff(elsewhere, 'president')).client.ok(readAlertRates);
    expect(theirs).toMatchObject({ recordedSince: null, rules: [], alwaysOverridden: [], foldedRules: 0 });
    await (await clinic.factory.staff(clinic.hospital, 'administrator')).client.ok(readAlertRates);
    for (const { client } of [clinic.doctor, clinic.pharmacist])
      expect((await client.call(readAlertRates)).problem.code).toBe('auth.forbidden');
    const { rows } = await test.database.admin.query(
      `SELECT count(*)::int AS n FROM audit_event WHERE hospital_id = $1 AND action = 'metrics.read' AND entity_id = 'alerts'`,
      [elsewhere.id],
    );
    expect(rows).toEqual([{ n: 1 }]);
  });
});
