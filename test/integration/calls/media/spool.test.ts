import { appendFileSync, readFileSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../../../server/src/platform/ids.ts';
import { systemClock } from '../../../../server/src/platform/clock.ts';
import { createLogger } from '../../../../server/src/platform/logging/logger.ts';
import { CallEventSpool } from '../../../../server/src/media/registration/call-event-spool.ts';
import { EventJournal } from '../../../../server/src/media/registration/event-journal.ts';
import { InternalApi } from '../../../../server/src/media/registration/internal-api.ts';
import type { CallOccurrence } from '../../../../server/src/media/rooms/call-event-recorder.ts';
import { FakeApi } from './support/fake-api.ts';

const log = createLogger({ name: 'test', level: 'silent' });
let api: FakeApi;
let directory: string;
const open: CallEventSpool[] = [];

/** Returns a spool as a starting process creates it: from the files of the directory. */
function startSpool(): CallEventSpool {
  const settings = { apiUrl: api.url, nodeId: 'node-1', credential: api.secret };
  const spool = new CallEventSpool(new EventJournal(directory), new InternalApi(settings), systemClock, log);
  open.push(spool);
  return spool;
}

const occurrence = (): Required<CallOccurrence> => ({
  type: 'participant-joined',
  hospitalId: newId(),
  visitId: newId(),
  participantId: newId(),
  role: 'patient',
  reason: null,
  code: null,
  samples: null,
  recovery: null,
  firstPicture: null,
});

const measured = (): CallOccurrence => ({
  ...occurrence(),
  type: 'quality',
  samples: [
    {
      agoMs: 0,
      spanMs: 5_000,
      grade: 'good',
      cause: 'none',
      mos: null,
      rttMs: 40,
      jitterMs: 3,
      lossReceived: 0,
      lossSent: 0,
      concealed: null,
      frozenMs: 0,
      kbpsReceived: 0,
      kbpsSent: 800,
      carried: 'all',
    },
  ],
});

const journal = () => join(directory, 'call-events.jsonl');

beforeEach(async () => {
  api = new FakeApi();
  await api.start();
  directory = await mkdtemp(join(tmpdir(), 'yunzhen-spool-'));
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((spool) => spool.close(0)));
  await api.stop();
  await rm(directory, { recursive: true, force: true });
});

describe('the spool of call events', () => {
  it('delivers events in order and empties its file', async () => {
    const spool = startSpool();
    const occurrences = Array.from({ length: 20 }, occurrence);
    for (const each of occurrences) spool.record(each);
    await expect.poll(() => spool.pending).toBe(0);
    expect(api.events.map(({ visitId }) => visitId)).toEqual(occurrences.map(({ visitId }) => visitId));
    expect(statSync(journal()).size).toBe(0);
  });

  it('has each event on disk before the call that records it returns', () => {
    api.failWith = 503;
    const spool = startSpool();
    const each = occurrence();
    spool.record(each);
    expect(readFileSync(journal(), 'utf8')).toContain(each.visitId);
  });

  it('delivers unacknowledged events under the same ids after a restart', async () => {
    await api.stop();
    const before = startSpool();
    const occurrences = [occurrence(), occurrence()];
    for (const each of occurrences) before.record(each);
    await before.close(0);
    const recorded = readFileSync(journal(), 'utf8');

    await api.start();
    const after = startSpool();
    expect(after.pending).toBe(2);
    after.flush();
    await expect.poll(() => after.pending).toBe(0);
    expect(api.events.map(({ visitId }) => visitId)).toEqual(occurrences.map(({ visitId }) => visitId));
    for (const { id } of api.events) expect(recorded).toContain(id);
  });

  it('delivers an event again under the same id after a lost response, so that it is applied once', async () => {
    api.loseAnswers = 1;
    const spool = startSpool();
    spool.record(occurrence());
    await expect.poll(() => spool.pending).toBe(0);
    expect(api.deliveries).toHaveLength(2);
    expect(api.events).toHaveLength(1);
  });

  it('does not repeat events that were acknowledged before a crash', async () => {
    const before = startSpool();
    before.record(occurrence());
    await expect.poll(() => before.pending).toBe(0);
    api.failWith = 503;
    const later = occurrence();
    before.record(later);
    await expect.poll(() => api.refused).toBeGreaterThan(0);
    api.failWith = undefined;
    const after = startSpool();
    after.flush();
    await expect.poll(() => after.pending).toBe(0);
    expect(api.deliveries.filter(({ visitId }) => visitId !== later.visitId)).toHaveLength(1);
    expect(api.events).toHaveLength(2);
  });

  it('keeps the events of a hospital that moves, in order, while those of others go on', async () => {
    const spool = startSpool();
    const hospitalId = newId();
    const moving = [occurrence(), measured(), occurrence()].map((each) => ({ ...each, hospitalId }));
    api.closedHospital = hospitalId;
    for (const each of moving) spool.record(each);
    const others = [occurrence(), occurrence()];
    for (const each of others) spool.record(each);
    await expect.poll(() => api.events.map(({ visitId }) => visitId)).toEqual(others.map(({ visitId }) => visitId));
    // The spool reads the answer after the api has stored the events.
    await expect.poll(() => spool.pending).toBe(3);
    expect(readFileSync(journal(), 'utf8')).toContain(moving[0]?.visitId);
    api.closedHospital = undefined;
    await expect.poll(() => spool.pending).toBe(0);
    const [one, quality, other] = moving.map(({ visitId }) => visitId);
    expect(api.events.slice(2).map(({ visitId }) => visitId)).toEqual([one, other, quality]);
  });

  it('keeps only pending events on disk after a partial acknowledgement', () => {
    const [first, second] = [occurrence(), occurrence()].map((each) => ({
      ...each,
      id: newId(),
      at: '2026-01-02T03:04:05Z',
    }));
    if (!first || !second) throw new Error('expected two events');
    const before = new EventJournal(directory);
    before.append(first);
    before.append(second);
    before.settle([first.id], 1);
    before.close();
    const after = new EventJournal(directory);
    expect(after.recovered).toEqual([second]);
    after.close();
  });

  it('skips a line that a crash truncated, and continues after it', async () => {
    api.failWith = 503;
    const before = startSpool();
    const [first, second] = [occurrence(), occurrence()];
    before.record(first);
    appendFileSync(journal(), '{"event":{"id":"0190');
    const after = startSpool();
    expect(after.pending).toBe(1);
    after.record(second);
    const third = startSpool();
    expect(third.pending).toBe(2);
    api.failWith = undefined;
    third.flush();
    await expect.poll(() => third.pending).toBe(0);
    expect(api.events.map(({ visitId }) => visitId)).toEqual([first.visitId, second.visitId]);
  });

  it('sets an event aside that the api rejects permanently, and delivers the others', async () => {
    const spool = startSpool();
    const bad = { ...occurrence(), visitId: 'not-an-id' };
    api.failWith = 503;
    for (const each of [occurrence(), occurrence(), bad, occurrence()]) spool.record(each);
    await expect.poll(() => api.refused).toBeGreaterThan(0);
    api.failWith = undefined;
    spool.flush();
    await expect.poll(() => spool.pending).toBe(0);
    expect(api.events).toHaveLength(3);
    expect(readFileSync(join(directory, 'call-events.refused.jsonl'), 'utf8')).toContain('not-an-id');
  });

  it('delivers quality samples last and without writing them to disk', async () => {
    api.failWith = 503;
    const spool = startSpool();
    spool.record(measured());
    const before = journal();
    expect(readFileSync(before, 'utf8')).toBe('');
    spool.record(occurrence());
    await expect.poll(() => api.refused).toBeGreaterThan(0);
    api.failWith = undefined;
    spool.flush();
    await expect.poll(() => spool.pending).toBe(0);
    expect(api.events.map(({ type }) => type)).toEqual(['participant-joined', 'quality']);
    expect(statSync(before).size).toBe(0);
  });

  it('drops the oldest quality samples during a long outage of the api, and never a join', async () => {
    api.failWith = 503;
    const spool = startSpool();
    const joins = Array.from({ length: 50 }, occurrence);
    const reports = Array.from({ length: 5_100 }, measured);
    for (const [index, report] of reports.entries()) {
      const join = joins[index];
      if (join) spool.record(join);
      spool.record(report);
    }
    expect(spool.pending).toBe(5_000 + 50);
    await expect.poll(() => api.refused).toBeGreaterThan(0);
    api.failWith = undefined;
    spool.flush();
    await expect.poll(() => spool.pending).toBe(0);
    const of = (type: string) => api.events.filter((event) => event.type === type).map(({ visitId }) => visitId);
    expect(of('participant-joined')).toEqual(joins.map(({ visitId }) => visitId));
    expect(of('quality')).toEqual(reports.slice(100).map(({ visitId }) => visitId));
  });

  it('never throws into a call, even without a disk', async () => {
    const spool = startSpool();
    await spool.close(0);
    expect(() => spool.record(occurrence())).not.toThrow();
  });
});
