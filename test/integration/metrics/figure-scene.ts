import { newId } from '../../../server/src/platform/ids.ts';
import { Factory, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { ownCounting } from './own-counting.ts';
import { storeEvents, type RandomEvent } from './random-events.ts';

export interface FigureScene {
  test: TestApi;
  hospital: TestHospital;
  departmentId: string;
  /** Three doctors with 40, 17 and 3 visits in March. */
  doctors: string[];
  president: TestPerson;
  administrator: TestPerson;
  outsiders: TestPerson[];
  other: { departmentId: string; practitionerId: string };
}

/**
 * Creates a hospital in Shanghai with 28 visits in February and 60 in March 2026: 2 without check-in, 4 left, 4 referred, 50 completed. 54 waited
 * five minutes. 20 prescriptions: 2 rejected, 15 dispensed. Ten calls were poor.
 */
export async function createFigureScene(settings: Record<string, string> = {}): Promise<FigureScene> {
  const test = await startTestApi(settings);
  const factory = new Factory(test);
  const hospital = await factory.hospital('CN', 'Asia/Shanghai');
  const names = ['王芳', '李静', '张敏'];
  const doctors = [];
  for (const name of names) doctors.push(await factory.doctor(hospital, name));
  const elsewhere = await factory.hospital();
  const stranger = await factory.doctor(elsewhere);
  const ids = doctors.map(({ practitionerId }) => practitionerId);
  const { departmentId } = hospital;
  await storeEvents(test.database.admin, hospital.id, [
    ...Array.from({ length: 28 }, (_, i) => created(new Date(Date.UTC(2026, 1, 1 + i, 3)), departmentId, ids[0] ?? '')),
    ...Array.from({ length: 60 }, (_, i) =>
      eventsOfMarch(i, departmentId, ids[i < 40 ? 0 : i < 57 ? 1 : 2] ?? ''),
    ).flat(),
  ]);
  await ownCounting(test).countPending(hospital.id, 'test');
  return {
    test,
    hospital,
    departmentId,
    doctors: ids,
    president: await factory.staff(hospital, 'president'),
    administrator: await factory.staff(hospital, 'administrator'),
    outsiders: [await factory.patient(hospital), ...doctors.slice(0, 1), await factory.pharmacist(hospital)],
    other: { departmentId: elsewhere.departmentId, practitionerId: stranger.practitionerId },
  };
}

function created(at: Date, departmentId: string, practitionerId: string, visitId = newId()): RandomEvent {
  const facts = { kind: 'walk-in' };
  return {
    id: newId(),
    type: 'visit.created',
    at,
    visitId,
    entityId: visitId,
    departmentId,
    practitionerId,
    facts,
    corrects: null,
  };
}

function eventsOfMarch(i: number, departmentId: string, practitionerId: string): RandomEvent[] {
  // The last visit is at 23:30 of the last day in the hospital’s zone; the others are in the mornings.
  const at = i === 59 ? new Date('2026-03-31T15:30:00Z') : new Date(Date.UTC(2026, 2, 1 + (i % 30), 2, i));
  const first = created(at, departmentId, practitionerId);
  const events = [first];
  const add = (type: string, facts: Record<string, unknown> = {}) =>
    events.push({ ...first, id: newId(), type, at: new Date(at.getTime() + events.length * 1000), facts });
  if (i < 2) return (add('visit.cancelled'), events);
  add('visit.checked-in');
  if (i < 6) return (add('visit.left', { waitSeconds: 900 }), events);
  add('visit.admitted', { waitSeconds: 300 });
  const bad = i < 16;
  add('call.measured', {
    measuredSeconds: 600,
    audioOnlySeconds: 0,
    mosMedian: bad ? 250 : 430,
    drops: 0,
    recoveryMedianMs: null,
    firstPictureMs: 400,
  });
  if (i < 10) return (add('visit.referred-offline'), events);
  if (i < 30) {
    add('prescription.signed', {
      items: 2,
      issues: 1,
      overrides: 0,
      'lines.J': 1,
      'antibiotic.J01C': 1,
      'alerts.dose': 1,
    });
    if (i < 12) add('prescription.rejected', { turnaroundSeconds: 100, reason: 'dose' });
    else add('prescription.approved', { turnaroundSeconds: 100 });
    if (i >= 12 && i < 27) add('prescription.dispensed');
  }
  add('visit.completed', { consultSeconds: 600 });
  add('visit.rated', { care: bad ? 2 : 5, picture: bad ? 1 : 5 });
  return events;
}
