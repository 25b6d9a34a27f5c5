import type { Role } from '@yunzhen/shared/core/permission';
import type { MessageKey } from '../../../core/i18n/index.ts';

export interface TourStep {
  /** What to try. */
  readonly text: MessageKey;
  /** Page on which it happens; a link leads there. */
  readonly to?: string;
  /** Path at which it is done: the tour then shows the next step. */
  readonly done?: RegExp;
}

const tours: Partial<Record<Role, readonly TourStep[]>> = {
  patient: [
    { text: 'demoTour.patient.request', to: '/departments', done: /^\/visits\/[^/]+\/(waiting|call)$/ },
    { text: 'demoTour.patient.wait', done: /^\/visits\/[^/]+\/call$/ },
    { text: 'demoTour.patient.talk', done: /^\/visits\/[^/]+$/ },
    { text: 'demoTour.patient.after', to: '/prescriptions', done: /^\/prescriptions\/[^/]+$/ },
    { text: 'demoTour.patient.verify' },
  ],
  doctor: [
    { text: 'demoTour.doctor.admit', to: '/workbench', done: /^\/workbench\/visits\/[^/]+$/ },
    { text: 'demoTour.doctor.diagnose' },
    { text: 'demoTour.doctor.prescribe' },
    { text: 'demoTour.doctor.complete', done: /^\/to-do$/ },
    { text: 'demoTour.doctor.search', to: '/workbench' },
  ],
  pharmacist: [
    { text: 'demoTour.pharmacist.open', to: '/reviews', done: /^\/reviews\/[^/]+$/ },
    { text: 'demoTour.pharmacist.check' },
    { text: 'demoTour.pharmacist.decide' },
  ],
  dispenser: [
    { text: 'demoTour.dispenser.claim', to: '/dispensing', done: /^\/dispensing\/[^/]+$/ },
    { text: 'demoTour.dispenser.dispense', done: /^\/dispensing\/[^/]+\/receipts\// },
    { text: 'demoTour.dispenser.correct' },
  ],
  receptionist: [{ text: 'demoTour.receptionist.find', to: '/front-desk' }, { text: 'demoTour.receptionist.move' }],
  'department-head': [
    { text: 'demoTour.department-head.read', to: '/department', done: /^\/figures\/departments\/[^/]+\/doctors\// },
    { text: 'demoTour.department-head.doctor' },
  ],
  president: [
    { text: 'demoTour.president.read', to: '/figures', done: /^\/figures\/departments\/[^/]+$/ },
    { text: 'demoTour.president.department', done: /^\/figures\/alerts$/ },
    { text: 'demoTour.president.wall', to: '/figures/wall' },
  ],
  administrator: [
    { text: 'demoTour.administrator.setUp', to: '/set-up' },
    { text: 'demoTour.administrator.staff', to: '/staff', done: /^\/audit$/ },
    { text: 'demoTour.administrator.audit', to: '/audit' },
  ],
};

/** Returns the tour of the first role that has one, a head’s own before a doctor’s; empty for none. */
export function tourOf(roles: readonly Role[]): readonly TourStep[] {
  const special = roles.filter((role) => role === 'department-head');
  return [...special, ...roles].map((role) => tours[role]).find((tour) => tour !== undefined) ?? [];
}

/** Returns the step to show on a page: the one after the step that this page completes, never an earlier one. */
export function stepAt(tour: readonly TourStep[], current: number, path: string): number {
  const done = tour.findIndex((step, index) => index >= current && step.done?.test(path));
  return Math.min(done < 0 ? current : done + 1, Math.max(tour.length - 1, 0));
}
