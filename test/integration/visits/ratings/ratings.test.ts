import { DAY_MS } from '@yunzhen/shared/core/time/duration';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readFigures } from '../../../../shared/src/metrics/figures.contract.ts';
import {
  listRatingComments,
  listUnratedVisits,
  rateVisit,
  readRating,
} from '../../../../shared/src/visits/ratings.contract.ts';
import type { BodyInputOf, ResponseOf } from '../../../../shared/src/core/route.ts';
import type { Visit } from '../../../../shared/src/visits/visits.contract.ts';
import { dayIn } from '@yunzhen/shared/core/time/time-zone';
import { newId } from '../../../../server/src/platform/ids.ts';
import { completedVisit } from '../../../support/completed-visit.ts';
import { CredentialFactory } from '../../../support/credentials.ts';
import { Factory, type TestHospital, type TestPerson } from '../../../support/factories.ts';
import { startTestApi, type TestApi } from '../../../support/test-api.ts';
import { eventsOf, trailOf } from '../../../support/trail.ts';
import { admittedVisit } from '../../../support/visit-steps.ts';

let test: TestApi;
let factory: Factory;
let hospital: TestHospital;
let doctor: TestPerson & { practitionerId: string };
let patient: TestPerson & { patientId: string };
let visit: Visit;

beforeAll(async () => {
  test = await startTestApi();
  factory = new Factory(test);
});
afterAll(() => test.close());
beforeEach(async () => {
  hospital = await factory.hospital();
  doctor = await factory.doctor(hospital);
  await new CredentialFactory(test).practitioner(hospital.id, doctor.practitionerId, '王芳');
  patient = await factory.patient(hospital);
  visit = await completedVisit(hospital, patient, doctor);
});

type Body = BodyInputOf<typeof rateVisit>;
const params = () => ({ visitId: visit.id });
const rate = (version: number, body: Body, client = patient.client) =>
  client.call(rateVisit, { params: params(), version, body });
const ratedEvents = async () => (await eventsOf(test, visit.id)).filter(({ type }) => type === 'visit.rated');
const sums = async () =>
  (
    await test.database.admin.query<{ ratings: number; points: number }>(
      'SELECT ratings, points FROM practitioner_rating WHERE practitioner_id = $1',
      [doctor.practitionerId],
    )
  ).rows;

describe('rating a visit', () => {
  it('stores care and call quality separately, counts once, and can be corrected within a week', async () => {
    expect(await patient.client.ok(readRating, { params: params() })).toEqual({
      version: 0,
      open: true,
      changeableUntil: null,
      given: null,
    });
    expect((await patient.client.ok(listUnratedVisits)).items).toEqual([visit.id]);
    const first = await rate(0, { care: 4, picture: 2, reasons: ['rushed', 'sound-broken'], comment: '  很好  ' });
    expect(first.value).toMatchObject({
      version: 1,
      open: true,
      given: { care: 4, picture: 2, reasons: ['rushed', 'sound-broken'], comment: '很好' },
    });
    expect((await patient.client.ok(listUnratedVisits)).items).toEqual([]);
    // The same request again, as after a lost response.
    expect(
      (await rate(0, { care: 4, picture: 2, reasons: ['sound-broken', 'rushed'], comment: '很好' })).value.version,
    ).toBe(1);
    expect((await rate(0, { care: 1, picture: 1 })).problem.code).toBe('resource.stale');
    expect(await sums()).toEqual([{ ratings: 1, points: 4 }]);
    expect((await rate(1, { care: null, picture: 3 })).value).toMatchObject({ version: 2, given: { care: null } });
    expect(await sums()).toEqual([{ ratings: 0, points: 0 }]);
    expect((await rate(2, { care: 5, picture: null })).value.version).toBe(3);
    expect(await sums()).toEqual([{ ratings: 1, points: 5 }]);
    expect((await ratedEvents()).map(({ facts }) => facts)).toEqual([
      { care: 4, picture: 2 },
      { care: null, picture: 3 },
      { care: 5, picture: null },
    ]);
    const trail = (await trailOf(test, visit.id)).filter(({ action }) => action === 'visit.rated');
    expect(trail.map(({ details, patient_id }) => [details['corrects'], patient_id])).toEqual(
      [false, true, true].map((corrects) => [corrects, patient.patientId]),
    );
    test.clock.advance(7 * DAY_MS);
    const later = factory.clientOf(patient);
    expect((await rate(3, { care: 1, picture: null }, later)).problem.code).toBe('rating.closed');
    expect(await later.ok(readRating, { params: params() })).toMatchObject({ open: false, given: { care: 5 } });
  });

  it('needs a score from one to five and known reasons', async () => {
    for (const body of [
      { care: null, picture: null },
      { care: 6, picture: null },
      { care: 0, picture: 1 },
      { care: 1, picture: 1, reasons: ['rushed', 'rushed'] },
      { care: 1, picture: 1, comment: 'x'.repeat(1001) },
    ] as Body[])
      expect((await rate(0, body)).status).toBe(400);
    expect(await ratedEvents()).toEqual([]);
  });

  it('is allowed to the visit’s patient for a completed visit only', async () => {
    const other = await factory.patient(hospital);
    const stranger = await factory.patient(await factory.hospital());
    for (const { client } of [other, stranger]) {
      expect((await rate(0, { care: 5, picture: 5 }, client)).status).toBe(404);
      expect((await client.call(readRating, { params: params() })).status).toBe(404);
    }
    expect((await rate(0, { care: 5, picture: 5 }, doctor.client)).status).toBe(403);
    const open = await admittedVisit(hospital, other, doctor);
    const early = await other.client.call(rateVisit, {
      params: { visitId: open.id },
      version: 0,
      body: { care: 1, picture: 1 },
    });
    expect(early.problem.code).toBe('rating.closed');
  });

  it('twice at once accepts one and rejects the other as stale; the same click twice counts once', async () => {
    const answers = await Promise.all([5, 4, 3, 2].map((care) => rate(0, { care, picture: null })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412]);
    expect(await ratedEvents()).toHaveLength(1);
    const body = { care: 1, picture: 1 };
    const clicks = await Promise.all([1, 2, 3].map(() => rate(1, body)));
    expect(clicks.map(({ status, value }) => [status, value.version])).toEqual([1, 2, 3].map(() => [200, 2]));
    expect(await ratedEvents()).toHaveLength(2);
    expect(await sums()).toEqual([{ ratings: 1, points: 1 }]);
  });

  it('counts in the president’s figures with its current scores', async () => {
    const president = await factory.staff(hospital, 'president');
    const today = dayIn('Asia/Shanghai', test.clock.now());
    const figures = async () => {
      const query = { figures: 'rating-care,rating-picture,rating-share', from: today, to: today };
      const { series } = await president.client.ok(readFigures, { query });
      return series.map(({ total }) => total.value);
    };
    await rate(0, { care: 2, picture: 4 });
    await expect.poll(figures).toEqual([2, 4, 1]);
    await rate(1, { care: 5, picture: null });
    await expect.poll(figures).toEqual([5, null, 1]);
  });
});

describe('what staff see of ratings', () => {
  /** Completes visits of other patients, so that the month has five. */
  async function busyMonth(count: number): Promise<void> {
    for (let n = 0; n < count; n++)
      await test.database.admin.query(
        `INSERT INTO visit (id, hospital_id, patient_id, department_id, practitioner_id, status, kind, complaint, created_at, checked_in_at, admitted_at, ended_at)
         SELECT $1, hospital_id, patient_id, department_id, practitioner_id, status, kind, complaint, created_at, checked_in_at, admitted_at, ended_at
         FROM visit WHERE id = $2`,
        [newId(), visit.id],
      );
  }

  it('is comments without the patient, a week later, for months with five visits', async () => {
    await rate(0, { care: 2, picture: null, reasons: ['rushed'], comment: '太匆忙' });
    await busyMonth(4);
    const administrator = await factory.staff(hospital, 'administrator');
    const elsewhere = await factory.staff(await factory.hospital(), 'administrator');
    const list = (person: TestPerson, query = {}) => factory.clientOf(person).ok(listRatingComments, { query });
    expect((await list(doctor)).items).toEqual([]);
    test.clock.advance(7 * DAY_MS + 1000);
    const seen = await list(doctor);
    expect(seen.items).toMatchObject([{ care: 2, picture: null, reasons: ['rushed'], comment: '太匆忙' }]);
    expect(seen.items[0]?.month).toBe(dayIn('Asia/Shanghai', new Date(visit.endedAt ?? '')).slice(0, 7));
    expect(seen.items[0]?.id).not.toBe(visit.id);
    for (const secret of [patient.patientId, patient.accountId, visit.id, 'Li Wei'])
      expect(JSON.stringify(seen)).not.toContain(secret);
    expect((await list(administrator, { q: '匆' })).items).toEqual(seen.items);
    expect((await list(administrator, { q: 'nothing like it' })).items).toEqual([]);
    expect((await list(administrator, { atMost: 1 })).items).toEqual([]);
    expect((await list(elsewhere)).items).toEqual([]);
    const colleague = await factory.doctor(hospital);
    expect((await list(colleague, { doctorId: doctor.practitionerId })).items).toEqual([]);
    expect((await factory.clientOf(patient).call(listRatingComments)).status).toBe(403);
  });

  it('is nothing for a month with fewer visits', async () => {
    await rate(0, { care: 2, picture: null, comment: '太匆忙' });
    await busyMonth(3);
    test.clock.advance(8 * DAY_MS);
    expect((await factory.clientOf(doctor).ok(listRatingComments)).items).toEqual([]);
  });

  it('is sorted by score in both directions across pages, with missing scores last', async () => {
    await rate(0, { care: 2, picture: null, comment: '2-' });
    await busyMonth(4);
    const others = await test.database.admin.query<{ id: string }>(
      'SELECT id FROM visit WHERE practitioner_id = $1 AND id <> $2',
      [doctor.practitionerId, visit.id],
    );
    const points = [
      [5, 1],
      [null, 4],
      [1, 5],
      [3, 2],
    ] as const;
    for (const [n, [care, picture]] of points.entries())
      await test.database.admin.query(
        `INSERT INTO visit_rating (visit_id, hospital_id, version, practitioner_id, department_id, care, picture, comment, rated_by_account_id, rated_at, changed_at)
         SELECT v.id, v.hospital_id, 1, v.practitioner_id, v.department_id, $2, $3, $4, $5, $6, $6 FROM visit v WHERE v.id = $1`,
        [others.rows[n]?.id, care, picture, `${care ?? '-'}${picture}`, patient.accountId, test.clock.now()],
      );
    test.clock.advance(8 * DAY_MS);
    const client = factory.clientOf(doctor);
    const sorted = async (sort: 'care' | 'picture', order: 'asc' | 'desc') => {
      const found: string[] = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const query = { sort, order, limit: 2, ...(cursor ? { cursor } : {}) };
        const page: ResponseOf<typeof listRatingComments> = await client.ok(listRatingComments, { query });
        found.push(...page.items.map(({ comment }) => comment));
        cursor = page.next;
      }
      return found;
    };
    expect(await sorted('care', 'asc')).toEqual(['15', '2-', '32', '51', '-4']);
    expect(await sorted('care', 'desc')).toEqual(['51', '32', '2-', '15', '-4']);
    expect(await sorted('picture', 'asc')).toEqual(['51', '32', '-4', '15', '2-']);
    expect(await sorted('picture', 'desc')).toEqual(['15', '-4', '32', '51', '2-']);
    const stranger = await factory.staff(await factory.hospital(), 'administrator');
    const theirs = await factory.clientOf(stranger).ok(listRatingComments, { query: { sort: 'care' } });
    expect(theirs.items).toEqual([]);
  });

  it('lists equal scores by latest month first in both directions', async () => {
    await rate(0, { care: 3, picture: null, comment: 'later' });
    await busyMonth(4);
    await test.database.admin.query(
      `INSERT INTO visit (id, hospital_id, patient_id, department_id, practitioner_id, status, kind, complaint, created_at, checked_in_at, admitted_at, ended_at)
       SELECT gen_random_uuid(), hospital_id, patient_id, department_id, practitioner_id, status, kind, complaint, created_at, checked_in_at, admitted_at, ended_at - interval '2 months'
       FROM visit WHERE practitioner_id = $1`,
      [doctor.practitionerId],
    );
    await test.database.admin.query(
      `INSERT INTO visit_rating (visit_id, hospital_id, version, practitioner_id, department_id, care, comment, rated_by_account_id, rated_at, changed_at)
       SELECT v.id, v.hospital_id, 1, v.practitioner_id, v.department_id, 3, 'earlier', $2, $3, $3 FROM visit v
       WHERE v.practitioner_id = $1 ORDER BY v.ended_at LIMIT 1`,
      [doctor.practitionerId, patient.accountId, test.clock.now()],
    );
    test.clock.advance(8 * DAY_MS);
    const client = factory.clientOf(doctor);
    const found = async (query: object) =>
      (await client.ok(listRatingComments, { query })).items.map(({ comment }) => comment);
    for (const order of ['asc', 'desc']) expect(await found({ sort: 'care', order })).toEqual(['later', 'earlier']);
    expect(await found({ order: 'asc' })).toEqual(['earlier', 'later']);
    expect(await found({})).toEqual(['later', 'earlier']);
  });

  it('is paged without gaps', async () => {
    await rate(0, { care: 2, picture: null, comment: 'a' });
    await busyMonth(6);
    await test.database.admin.query(
      `INSERT INTO visit_rating (visit_id, hospital_id, version, practitioner_id, department_id, care, comment, rated_by_account_id, rated_at, changed_at)
       SELECT v.id, v.hospital_id, 1, v.practitioner_id, v.department_id, 3, 'b', $2, $3, $3 FROM visit v
       WHERE v.practitioner_id = $1 AND NOT EXISTS (SELECT 1 FROM visit_rating r WHERE r.visit_id = v.id)`,
      [doctor.practitionerId, patient.accountId, test.clock.now()],
    );
    test.clock.advance(8 * DAY_MS);
    const { client } = { client: factory.clientOf(doctor) };
    const found: string[] = [];
    for (let cursor: string | undefined, n = 0; n < 9; n++) {
      const page = await client.ok(listRatingComments, { query: { limit: 3, ...(cursor ? { cursor } : {}) } });
      found.push(...page.items.map(({ id }) => id));
      if (!page.next) break;
      cursor = page.next;
    }
    expect(new Set(found).size).toBe(7);
    expect(found).toHaveLength(7);
  });
});
