import type { Random } from './random.ts';

/** One visit of a simulated day. Times are minutes after the hospital’s midnight. */
export interface SimulatedVisit<Doctor> {
  department: string;
  doctor: Doctor;
  created: number;
  outcome: 'completed' | 'left' | 'referred-offline' | 'cancelled';
  checkedIn: number | null;
  admitted: number | null;
  ended: number;
}

export interface ShiftDoctor {
  departments: readonly string[];
}

/** Distribution of a day’s arrivals over its hours: a morning peak, a quieter afternoon, a small peak after work. */
const arrivalsByHour: Readonly<Record<number, number>> = {
  8: 6,
  9: 11,
  10: 12,
  11: 9,
  12: 4,
  13: 5,
  14: 9,
  15: 9,
  16: 7,
  17: 5,
  18: 5,
  19: 7,
  20: 6,
  21: 3,
};
const hours = Object.entries(arrivalsByHour).flatMap(([hour, weight]) => Array<number>(weight).fill(Number(hour)));

/** Relative load of the days of the week, Sunday first. */
const weekdayLoad = [0.5, 1.2, 1.05, 1, 1, 0.95, 0.6];

/**
 * Simulates a day of the hospital’s queues. One doctor of each department is on duty; patients arrive, are seen one at a time in order, and leave
 * after too long a wait. So waits result from the queue and are not random numbers.
 */
export function simulateDay<Doctor extends ShiftDoctor>(
  random: Random,
  options: {
    /** 0 is Sunday. */
    weekday: number;
    visits: number;
    departments: readonly { code: string; weight: number }[];
    doctors: readonly Doctor[];
  },
): SimulatedVisit<Doctor>[] {
  const load = options.visits * (weekdayLoad[options.weekday] ?? 1) * random.logNormal(1, 0.1);
  const lots = options.departments.flatMap(({ code, weight }) => Array<string>(weight).fill(code));
  const arrivals = Array.from({ length: Math.round(load) }, () => ({
    department: random.pick(lots),
    created: random.pick(hours) * 60 + random.next() * 60,
  })).sort((a, b) => a.created - b.created);
  const onDuty = new Map<string, Doctor>();
  for (const { code } of options.departments) {
    const doctors = options.doctors.filter((doctor) => doctor.departments.includes(code));
    if (doctors.length > 0) onDuty.set(code, random.pick(doctors));
  }
  const freeAt = new Map<Doctor, number>();

  return arrivals.flatMap(({ department, created }): SimulatedVisit<Doctor>[] => {
    const doctor = onDuty.get(department);
    if (!doctor) return [];
    const visit = { department, doctor, created };
    const checkedIn = created + random.logNormal(2.5, 0.4);
    if (random.chance(0.02)) {
      return [{ ...visit, outcome: 'cancelled', checkedIn: null, admitted: null, ended: checkedIn }];
    }
    const admitted = Math.max(checkedIn, freeAt.get(doctor) ?? 0) + random.logNormal(2, 0.8);
    const patience = random.logNormal(28, 0.5);
    if (admitted - checkedIn > patience) {
      return [{ ...visit, outcome: 'left', checkedIn, admitted: null, ended: checkedIn + patience }];
    }
    const referred = random.chance(0.03);
    const ended = admitted + random.logNormal(referred ? 6 : 11, 0.35);
    // The doctor finishes the note before admitting the next patient.
    freeAt.set(doctor, ended + random.logNormal(2.5, 0.5));
    return [
      {
        ...visit,
        outcome: referred ? 'referred-offline' : 'completed',
        checkedIn,
        admitted,
        ended,
      },
    ];
  });
}
