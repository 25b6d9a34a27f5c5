import type { RouteRecordRaw } from 'vue-router';

const patient = { layout: 'patient', roles: ['patient'], texts: [] } as const;

export const careRoutes: RouteRecordRaw[] = [
  {
    path: '/',
    name: 'home',
    component: () => import('./home/home.view.vue'),
    meta: { ...patient, title: 'care.title', wide: true, texts: ['appointmentRow', 'intake'], journey: 'home' },
  },
  // Opened from the demo’s sign-in page only.
  {
    path: '/demo-visit',
    name: 'demo-visit',
    component: () => import('./demo/demo-patient.view.vue'),
    meta: { ...patient, title: 'demoTour.visit.patient', texts: ['demoTour'] },
  },
  {
    path: '/departments',
    name: 'choose-department',
    component: () => import('./request/choose-department.view.vue'),
    meta: { ...patient, title: 'care.departments.title', wide: true, journey: 'choose' },
  },
  {
    path: '/departments/:departmentId',
    name: 'choose-doctor',
    component: () => import('./request/choose-doctor.view.vue'),
    props: true,
    meta: { ...patient, title: 'care.doctors.title', wide: true, journey: 'choose' },
  },
  {
    path: '/departments/:departmentId/next/visit',
    name: 'next-free',
    component: () => import('./request/say-complaint.view.vue'),
    props: true,
    meta: { ...patient, title: 'care.complaint.title', step: true, journey: 'choose' },
  },
  {
    path: '/departments/:departmentId/doctors/:doctorId/visit',
    name: 'say-complaint',
    component: () => import('./request/say-complaint.view.vue'),
    props: true,
    meta: { ...patient, title: 'care.complaint.title', step: true, journey: 'choose' },
  },
  {
    path: '/visits',
    name: 'visits',
    component: () => import('./home/visit-list.view.vue'),
    meta: { ...patient, title: 'care.visits.title', texts: ['appointmentRow'] },
  },
  {
    path: '/visits/:visitId',
    name: 'visit',
    component: () => import('./care/visit.view.vue'),
    props: true,
    meta: {
      ...patient,
      title: 'care.call.title',
      wide: true,
      texts: ['visitPage', 'documents', 'chat', 'entry', 'prescriptionCard', 'ratings', 'intake', 'appointmentRow'],
    },
  },
  // Before the check-in, so that the file of its step has what both need: patients open the waiting room again and again.
  {
    path: '/visits/:visitId/waiting',
    name: 'waiting-room',
    component: () => import('./waiting/waiting-room.view.vue'),
    props: true,
    meta: { ...patient, title: 'care.waiting.title', step: true, wide: true, texts: ['media'], journey: 'wait' },
  },
  {
    path: '/visits/:visitId/prepare',
    name: 'prepare-visit',
    component: () => import('./check-in/prepare-visit.view.vue'),
    props: true,
    meta: {
      ...patient,
      title: 'care.prepare.title',
      step: true,
      wide: true,
      texts: ['media', 'networkCheck', 'intake', 'dangerPage'],
      journey: 'prepare',
    },
  },
  {
    path: '/appointments/:appointmentId/prepare',
    name: 'prepare-ahead',
    component: () => import('./check-in/prepare-ahead.view.vue'),
    props: true,
    meta: { ...patient, title: 'intake.ahead.title', step: true, wide: true, texts: ['intake'] },
  },
  {
    path: '/visits/:visitId/call',
    name: 'patient-call',
    component: () => import('./care/patient-call.view.vue'),
    props: true,
    meta: {
      title: 'care.call.title',
      layout: 'call',
      roles: ['patient'],
      texts: ['patientCall', 'call', 'media', 'chat', 'entry', 'guests', 'prescriptionCard'],
      journey: 'call',
    },
  },
];
