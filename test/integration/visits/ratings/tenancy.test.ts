import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  RatingCommentsRepository,
  type CommentFilter,
} from '../../../../server/src/api/visits/ratings/rating-comments.repository.ts';
import { RatingsRepository } from '../../../../server/src/api/visits/ratings/ratings.repository.ts';
import type { Tx } from '../../../../server/src/platform/db/transaction.ts';
import { newId } from '../../../../server/src/platform/ids.ts';
import { Factory, type TestHospital, type TestPerson } from '../../../support/factories.ts';
import { expectEveryMethodTried, inHospital } from '../../../support/tenancy.ts';
import { startTestApi, type TestApi } from '../../../support/test-api.ts';

let test: TestApi;
let ours: TestHospital;
let theirs: TestHospital;
let patient: TestPerson & { patientId: string };
let doctor: TestPerson & { practitionerId: string };
let rated: string;

beforeAll(async () => {
  test = await startTestApi();
  const factory = new Factory(test);
  [ours, theirs] = [await factory.hospital(), await factory.hospital()];
  patient = await factory.patient(ours);
  doctor = await factory.doctor(ours);
  const ids = Array.from({ length: 6 }, () => newId());
  for (const id of ids)
    await test.database.admin.query(
      `INSERT INTO visit (id, hospital_id, patient_id, department_id, practitioner_id, status, kind, complaint, created_at, checked_in_at, admitted_at, ended_at)
       VALUES ($1,$2,$3,$4,$5,'completed','walk-in','x',now(),now(),now(),now())`,
      [id, ours.id, patient.patientId, ours.departmentId, doctor.practitionerId],
    );
  rated = ids[0] ?? '';
  await inHospital(test, ours.id, async (tx) => {
    await ratings.insert(tx, { ...given, ...whose() });
    await ratings.addUp(tx, doctor.practitionerId, 1, 4);
  });
});
afterAll(() => test.close());

const given = { care: 4, picture: null, reasons: [], comment: 'ours' };
const whose = () => ({
  visitId: rated,
  practitionerId: doctor.practitionerId,
  departmentId: ours.departmentId,
  accountId: patient.accountId,
});
const ratings = new RatingsRepository();
const comments = new RatingCommentsRepository();
const every: CommentFilter = {
  practitionerId: null,
  sort: 'month',
  order: 'desc',
  atMost: null,
  words: '',
  before: new Date('2100-01-01'),
  after: null,
  limit: 9,
};
const reads: Record<string, (tx: Tx) => Promise<unknown>> = {
  find: (tx) => ratings.find(tx, rated),
  lock: (tx) => ratings.lock(tx, rated),
  unrated: (tx) => ratings.unrated(tx, patient.patientId, new Date(0)),
};
const isEmpty = (value: unknown) => value === null || (Array.isArray(value) && value.length === 0);

describe('tenant isolation of ratings', () => {
  it.each([...Object.entries(reads), ['list', (tx: Tx) => comments.list(tx, every)] as const])(
    '%s sees its own and nothing of another',
    async (_method, read) => {
      expect(isEmpty(await inHospital(test, ours.id, read))).toBe(false);
      expect(await inHospital(test, theirs.id, read)).toSatisfy(isEmpty);
    },
  );

  it('keeps writes away from another hospital’s rows', async () => {
    const everything = async () =>
      (await test.database.admin.query('SELECT * FROM visit_rating, practitioner_rating')).rows as unknown[];
    const before = await everything();
    await inHospital(test, theirs.id, (tx) => ratings.correct(tx, rated, patient.accountId, { ...given, care: 1 }));
    await inHospital(test, theirs.id, (tx) => ratings.addUp(tx, doctor.practitionerId, 1, 1));
    await expect(inHospital(test, theirs.id, (tx) => ratings.insert(tx, { ...given, ...whose() }))).resolves.toBe(
      false,
    );
    expect(await everything()).toEqual(before);
  });

  it('covers every repository method', () => {
    const shared = () => undefined;
    expectEveryMethodTried(RatingsRepository, { ...reads, insert: shared, correct: shared, addUp: shared });
    expectEveryMethodTried(RatingCommentsRepository, { list: shared });
  });
});
