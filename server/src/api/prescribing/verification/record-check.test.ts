import { beforeAll, describe, expect, it } from 'vitest';
import { checklistMatches } from '@yunzhen/shared/review/review-checklist';
import type { PrescriptionStatus } from '@yunzhen/shared/prescribing/prescription';
import { canonicalJson, type JsonValue } from '../../../platform/signing/canonical-json.ts';
import { signJws } from '../../../platform/signing/jws.ts';
import { makeAuthority, makeSigner } from '../../../platform/signing/signing-fixtures.ts';
import type { CmsSigner } from '../../../platform/signing/cms-signature.ts';
import type { TrustPolicy } from '../../../platform/signing/certificate-trust.ts';
import { PRESCRIPTION_JWS_TYPE, prescriptionJson } from '../signature/prescription-json.ts';
import { REVIEW_JWS_TYPE, reviewJson } from '../signature/review-json.ts';
import type { PrescriptionWithSurroundings, SignatureRow } from '../prescription.repository.ts';
import { checkRecord } from './record-check.ts';

const signedAt = new Date('2026-11-24T08:00:00Z');
const validUntil = new Date('2026-11-26T16:00:00Z');
const text = { en: 'x', zh: '字' };
const [id, doctorId, pharmacistId] = ['0199f1de-7c0a-7d55-a4a5-2f7b9a0d6e11', 'doctor', 'pharmacist'];

let trust: TrustPolicy;
let doctor: CmsSigner;
let pharmacist: CmsSigner;
let stranger: CmsSigner;

beforeAll(async () => {
  const authority = await makeAuthority('Hospital');
  doctor = await makeSigner(authority, '王芳');
  pharmacist = await makeSigner(authority, '陈静');
  stranger = await makeSigner(await makeAuthority('Elsewhere'), '王芳');
  trust = { authorities: [authority.certificate] };
});

/** Returns a row as stored after the signature. */
function row(over: Partial<PrescriptionWithSurroundings> = {}): PrescriptionWithSurroundings {
  const plain = {
    id,
    hospitalId: 'h',
    number: '20261124-ABC234',
    visitId: 'v',
    patientId: 'p',
    practitionerId: doctorId,
    departmentId: 'd',
    status: 'approved',
    version: 4,
    items: [],
    diagnoses: [{ code: 'J03.9', title: text, primary: true }],
    safety: null,
    acknowledgements: [],
    signedAt,
    validUntil,
    pharmacistId,
    around: {
      patientName: '李伟',
      patientSex: 'male',
      patientBirthDate: '1980-05-01',
      identityLast4: null,
      doctorName: '王芳',
      doctorLicence: 'L-1',
      department: text,
      hospitalName: text,
      circumstances: { guardian: { name: '李娜', relation: 'mother' }, emergency: false, validDays: 3 },
    },
  } as unknown as PrescriptionWithSurroundings;
  return { ...plain, signedPayload: canonicalJson(prescriptionJson(plain, { signedAt, validUntil })), ...over };
}

const stated = () => row().around.circumstances;

function signature(role: SignatureRow['role'], by: CmsSigner, jws: string, at = signedAt): SignatureRow {
  const practitionerId = role === 'doctor' ? doctorId : pharmacistId;
  return { role, practitionerId, jws, certificatePem: by.certificate.pem, signedAt: at };
}

const sign = (by: CmsSigner, type: string, payload: Parameters<typeof signJws>[0]) =>
  signJws(payload, type, { key: by.key, certificate: by.certificate, kid: 'k' });

const byDoctor = (by = doctor) =>
  signature('doctor', by, sign(by, PRESCRIPTION_JWS_TYPE, prescriptionJson(row(), { signedAt, validUntil })));

function byPharmacist(over: Partial<Parameters<typeof reviewJson>[0]> = {}, by = pharmacist): SignatureRow {
  const review = {
    reviewId: 'r',
    prescriptionId: id,
    prescriptionJws: byDoctorJws(),
    decision: 'approved' as const,
    reason: null,
    pharmacist: { id: pharmacistId, name: '陈静', licence: 'L-2' },
    checks: { dataVersion: '1', checks: ['allergy'], notChecked: [] },
    checklist: checklistMatches,
    decidedAt: signedAt,
    ...over,
  };
  return signature('pharmacist', by, sign(by, REVIEW_JWS_TYPE, reviewJson(review)));
}

// Cached, because an elliptic-curve signature differs each time.
let kept: SignatureRow | undefined;
const doctorRow = () => (kept ??= byDoctor());
const byDoctorJws = () => doctorRow().jws;

const check = (
  over: Partial<PrescriptionWithSurroundings>,
  second: SignatureRow | null = byPharmacist(),
  first: SignatureRow | null = doctorRow(),
) => checkRecord(row(over), { doctor: first, pharmacist: second }, trust);

describe('checkRecord', () => {
  it('accepts an unchanged record, and corrected names of people', () => {
    expect(check({})).toEqual({ doctor: 'valid', pharmacist: 'valid', reason: null });
    const renamed = { ...row().around, patientName: '李玮', doctorName: '王芳芳' };
    expect(check({ around: renamed }).reason).toBeNull();
  });

  it.each<[string, Partial<PrescriptionWithSurroundings>]>([
    ['another number', { number: '20261124-XXXXXX' }],
    ['another visit', { visitId: 'other' }],
    ['another diagnosis', { diagnoses: [] }],
    ['another guardian', { around: { ...row().around, circumstances: { ...stated(), guardian: null } } }],
    [
      'an emergency that was not stated',
      { around: { ...row().around, circumstances: { ...stated(), emergency: true } } },
    ],
    ['more days', { validUntil: new Date('2027-01-01T00:00:00Z') }],
    ['another signing time', { signedAt: new Date('2026-11-23T08:00:00Z') }],
    ['an override that was not given', { acknowledgements: [{ issueId: 'i', reason: 'benefit-outweighs-risk' }] }],
    ['another payload', { signedPayload: '{}' }],
    ['no payload', { signedPayload: null }],
    ['no last day', { validUntil: null }],
  ])('reports a record with %s as different', (_what, over) => {
    expect(check(over)).toMatchObject({ doctor: 'valid', reason: 'record-differs' });
  });

  it('reports an invalid record without a trusted signature of the doctor', () => {
    for (const first of [null, byDoctor(stranger), { ...doctorRow(), jws: `${byDoctorJws().slice(0, -4)}AAAA` }])
      expect(check({}, null, first)).toEqual({ doctor: 'invalid', pharmacist: 'none', reason: 'doctor-signature' });
    const review = byPharmacist();
    expect(check({}, null, { ...review, role: 'doctor' }).reason).toBe('doctor-signature');
  });

  it('accepts an approved record only with a pharmacist’s signed approval of this exact signature', () => {
    for (const second of [
      null,
      byPharmacist({ decision: 'rejected', reason: 'dose' }),
      byPharmacist({ prescriptionJws: byDoctor().jws }),
      byPharmacist({ prescriptionId: 'other' }),
      byPharmacist({ checklist: checklistMatches.slice(1) }),
      byPharmacist({ pharmacist: { id: 'someone', name: 'x', licence: 'x' } }),
      byPharmacist({}, stranger),
    ])
      expect(check({}, second).reason).toBe('pharmacist-signature');
  });

  it.each<[PrescriptionStatus, 'approved' | 'rejected' | null, boolean]>([
    ['signed', null, true],
    ['under-review', null, true],
    ['approved', 'approved', true],
    ['dispensing', 'approved', true],
    ['dispensed', 'rejected', false],
    ['rejected', 'rejected', true],
    ['rejected', 'approved', false],
    ['rejected', null, false],
    ['cancelled', null, true],
    ['cancelled', 'approved', true],
    ['expired', 'approved', true],
  ])('in state %s with a decision of %s returns valid: %s', (status, decision, holds) => {
    const second = decision ? byPharmacist({ decision }) : null;
    expect(check({ status }, second).reason).toBe(holds ? null : 'pharmacist-signature');
  });

  it('verifies records of older versions without circumstances and checklist', () => {
    const strip = (payload: JsonValue, schema: string, ...members: string[]) =>
      Object.fromEntries([
        ...Object.entries(payload as Record<string, JsonValue>).filter(([name]) => !members.includes(name)),
        ['schema', schema],
      ]);
    for (const version of ['yunzhen/prescription/1', 'yunzhen/prescription/2'] as const) {
      const payload = strip(prescriptionJson(row(), { signedAt, validUntil }, version), version, 'circumstances');
      const first = signature('doctor', doctor, sign(doctor, PRESCRIPTION_JWS_TYPE, payload));
      const { jws } = byPharmacist({ prescriptionJws: first.jws });
      const review = JSON.parse(Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString()) as JsonValue;
      const older = strip(review, 'yunzhen/prescription-review/1', 'checklist');
      const second = signature('pharmacist', pharmacist, sign(pharmacist, REVIEW_JWS_TYPE, older));
      const over = { signedPayload: canonicalJson(payload) };
      expect(check(over, second, first), version).toEqual({ doctor: 'valid', pharmacist: 'valid', reason: null });
      // The circumstances were not signed then, so they cannot differ.
      const around = { ...row().around, circumstances: { ...stated(), emergency: true } };
      expect(check({ ...over, around }, second, first).reason).toBeNull();
      expect(check({ ...over, items: [] as never, number: 'x' }, second, first).reason).toBe('record-differs');
    }
  });

  it('verifies records of version 3, which names only the checks that left something unchecked', () => {
    const safety = {
      checkedAt: signedAt.toISOString(),
      dataVersion: 'formulary 1, rules 1',
      checks: ['allergy', 'renal'],
      issues: [],
      notChecked: [{ check: 'renal', itemIds: ['i'], reason: text }],
    };
    // As version 3 of this program wrote it.
    const then = {
      ...(prescriptionJson(row({ safety }), { signedAt, validUntil }) as Record<string, JsonValue>),
      schema: 'yunzhen/prescription/3',
      checks: {
        dataVersion: 'formulary 1, rules 1',
        checkedAt: '2026-11-24T08:00:00.000Z',
        notChecked: ['renal'],
        overrides: [],
      },
    };
    const first = signature('doctor', doctor, sign(doctor, PRESCRIPTION_JWS_TYPE, then));
    const second = byPharmacist({ prescriptionJws: first.jws });
    const over = { safety, signedPayload: canonicalJson(then) };
    expect(check(over, second, first).reason).toBeNull();
    expect(check({ ...over, safety: { ...safety, notChecked: [] } }, second, first).reason).toBe('record-differs');
  });

  it('detects evidence of a follow-up that differs from what was signed', () => {
    const evidence = { id: 'e', source: 'outside', earlierVisitId: null, institution: 'x', diagnosedOn: '2026-10-01' };
    const basis = (diagnosedOn: string) => ({
      verdict: 'follow-up',
      rule: 'cn.follow-up-only',
      maxAgeDays: 183,
      statedAt: signedAt,
      conditions: [{ code: 'J03.9', title: text, evidence: { ...evidence, diagnosedOn, diagnoses: [], pages: [] } }],
    });
    const around = { ...row().around, basis: basis('2026-10-01') } as unknown as PrescriptionWithSurroundings['around'];
    const payload = prescriptionJson(row({ around }), { signedAt, validUntil });
    const first = signature('doctor', doctor, sign(doctor, PRESCRIPTION_JWS_TYPE, payload));
    const second = byPharmacist({ prescriptionJws: first.jws });
    const signedPayload = canonicalJson(payload);
    expect(check({ around, signedPayload }, second, first).reason).toBeNull();
    const changed = { ...around, basis: basis('2026-11-01') } as unknown as typeof around;
    expect(check({ around: changed, signedPayload }, second, first).reason).toBe('record-differs');
  });

  it('detects a check that is falsely listed as run, or that loses its reason', () => {
    const missed = { check: 'renal', itemIds: ['i'], reason: text };
    const notChecked = [missed];
    const safety = { checkedAt: signedAt.toISOString(), dataVersion: 'v', checks: ['allergy'], issues: [], notChecked };
    const payload = prescriptionJson(row({ safety }), { signedAt, validUntil });
    const first = signature('doctor', doctor, sign(doctor, PRESCRIPTION_JWS_TYPE, payload));
    const second = byPharmacist({ prescriptionJws: first.jws });
    const now = (changed: Partial<typeof safety>) =>
      check({ safety: { ...safety, ...changed }, signedPayload: canonicalJson(payload) }, second, first).reason;
    expect(now({})).toBeNull();
    expect(now({ checks: ['allergy', 'renal'] })).toBe('record-differs');
    expect(now({ notChecked: [{ ...missed, reason: { en: 'y', zh: '字' } }] })).toBe('record-differs');
    expect(now({ dataVersion: 'w' })).toBe('record-differs');
  });

  it('rejects a record with an unknown layout', () => {
    const payload = {
      ...(prescriptionJson(row(), { signedAt, validUntil }) as object),
      schema: 'x/9',
    } as JsonValue;
    const first = signature('doctor', doctor, sign(doctor, PRESCRIPTION_JWS_TYPE, payload));
    const second = byPharmacist({ prescriptionJws: first.jws });
    expect(check({ signedPayload: canonicalJson(payload) }, second, first).reason).toBe('record-differs');
  });

  it('accepts a certificate revoked after the signature, and rejects one revoked before it', () => {
    const revoked = (at: string): TrustPolicy => ({ ...trust, revokedAt: () => new Date(at) });
    const under = (policy: TrustPolicy) =>
      checkRecord(row(), { doctor: doctorRow(), pharmacist: byPharmacist() }, policy).reason;
    expect(under(revoked('2026-12-01T00:00:00Z'))).toBeNull();
    expect(under(revoked('2026-11-01T00:00:00Z'))).toBe('doctor-signature');
  });
});
