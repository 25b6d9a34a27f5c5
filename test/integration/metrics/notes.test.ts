import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addFigureNote, listFigureNotes, removeFigureNote } from '../../../shared/src/metrics/notes.contract.ts';
import { newId } from '../../../server/src/platform/ids.ts';
import type { TestClient } from '../../support/client.ts';
import { Factory, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { trailOf } from '../../support/trail.ts';

let test: TestApi;
let factory: Factory;
let hospital: TestHospital;
let head: TestPerson;
let president: TestPerson;

beforeAll(async () => {
  test = await startTestApi();
  factory = new Factory(test);
  hospital = await factory.hospital();
  head = await factory.head(hospital);
  president = await factory.staff(hospital, 'president');
});
afterAll(() => test.close());

const range = { from: '2026-11-01', to: '2026-11-28' };
const add = (client: TestClient, text: string, departmentId: string | null = null, day = '2026-11-11') =>
  client.call(addFigureNote, { body: { id: newId(), day, text, departmentId } });
const textsOf = async (client: TestClient, departmentId?: string) => {
  const query = { ...range, ...(departmentId ? { departmentId } : {}) };
  return (await client.ok(listFigureNotes, { query })).items.map(({ text }) => text);
};

describe('notes on the days of the figures', () => {
  it('are of the hospital or of one department, in the order of their days', async () => {
    const { departmentId } = hospital;
    expect((await add(president.client, 'Flu wave', null, '2026-11-20')).status).toBe(201);
    expect((await add(president.client, 'Phones down')).value.by).toEqual({ name: 'president', nameLatin: '' });
    expect((await add(head.client, 'Two doctors ill', departmentId)).status).toBe(201);
    expect((await add(president.client, 'Long ago', null, '2025-11-11')).status).toBe(201);
    expect(await textsOf(president.client)).toEqual(['Phones down', 'Flu wave']);
    expect(await textsOf(head.client, departmentId)).toEqual(['Phones down', 'Two doctors ill', 'Flu wave']);
    const elsewhere = await factory.staff(await factory.hospital(), 'president');
    expect(await textsOf(elsewhere.client)).toEqual([]);
    expect((await add(elsewhere.client, 'x', departmentId)).status).toBe(404);
  });

  it('are written by heads for their own department, and removed by the author, a president or an administrator', async () => {
    const { departmentId } = hospital;
    expect((await add(head.client, 'Whole hospital')).status).toBe(403);
    const ofHead = (await add(head.client, 'Holiday', departmentId)).value;
    const ofPresident = (await add(president.client, 'Closed', departmentId)).value;
    expect([ofHead.removable, ofPresident.removable]).toEqual([true, true]);
    const remove = ({ client }: TestPerson, { id }: { id: string }) =>
      client.call(removeFigureNote, { params: { figureNoteId: id } });
    expect((await remove(head, ofPresident)).status).toBe(403);
    expect((await remove(president, ofHead)).status).toBe(204);
    expect((await remove(president, ofHead)).status).toBe(404);
    expect(await textsOf(head.client, departmentId)).toContain('Closed');
    expect(await textsOf(head.client, departmentId)).not.toContain('Holiday');
    expect((await trailOf(test, ofHead.id)).map(({ action }) => action)).toEqual(
      expect.arrayContaining(['metrics.note-added', 'metrics.note-removed']),
    );
    const doctor = await factory.doctor(hospital);
    expect((await add(doctor.client, 'x', departmentId)).status).toBe(403);
  });
});
