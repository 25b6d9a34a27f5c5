import { readChart } from '@yunzhen/shared/chart/chart.contract';
import { listDepartments, listDoctors } from '@yunzhen/shared/directory/directory.contract';
import { listIntakeProgress, openIntakeDraft } from '@yunzhen/shared/intake/intake.contract';
import { listPrescriptions } from '@yunzhen/shared/prescribing/prescribing.contract';
import { readDangerPage } from '@yunzhen/shared/visits/danger-page.contract';
import { listVisits, readVisit, readWaiting } from '@yunzhen/shared/visits/visits.contract';
import { pageRead } from '../../core/api/page-read.ts';
import { comingAppointments } from '../scheduling/reads.index.ts';

// What the patient’s pages read first. Queries use the same values: a request that differs is sent twice.

/** The patient’s open visit; there is at most one. */
export const openVisit = pageRead(listVisits, { query: { open: 'true', limit: 1 } });
/** One more than the home page shows, because the open one has its own card. */
export const recentVisits = pageRead(listVisits, { query: { limit: 4 } });
export const recentPrescriptions = pageRead(listPrescriptions, { query: { limit: 3 } });

const departments = pageRead(listDepartments);
const visit = pageRead(readVisit);
const complaint = [openVisit, pageRead(listDoctors, { query: { departmentId: ':departmentId' } })];

/** By the names of the routes. */
export const readsOfVisits = {
  // Departments only without an open visit, so not always.
  home: [openVisit, recentVisits, recentPrescriptions, comingAppointments, pageRead(listIntakeProgress)],
  'choose-department': [departments],
  'choose-doctor': [departments, pageRead(listDoctors, { query: { departmentId: ':departmentId', sort: 'usual' } })],
  'next-free': complaint,
  'say-complaint': complaint,
  'prepare-visit': [
    visit,
    pageRead(readDangerPage, { query: { visitId: ':visitId' } }),
    pageRead(openIntakeDraft, { body: { visitId: ':visitId' } }),
    pageRead(readChart),
  ],
  'waiting-room': [visit, pageRead(readWaiting)],
};
