import { expect, it } from 'vitest';
import { readChart } from '@yunzhen/shared/chart/chart.contract';
import { openIntakeDraft } from '@yunzhen/shared/intake/intake.contract';
import { readDangerPage } from '@yunzhen/shared/visits/danger-page.contract';
import { listVisits } from '@yunzhen/shared/visits/visits.contract';
import { filled, pageRead, templateOf } from './page-read.ts';
import { addressOf } from './request.ts';

const values = { visitId: '0193b5a0-0000-7000-8000-000000000001', patientId: null };

it('A page’s read has the address and body that its query sends', () => {
  const open = { open: 'true', limit: 1 } as const;
  expect(filled(templateOf(pageRead(listVisits, { query: open })), values)).toEqual({
    address: addressOf(listVisits, { query: open }),
  });
  const { visitId } = values;
  expect(filled(templateOf(pageRead(readDangerPage, { query: { visitId: ':visitId' } })), values)).toEqual({
    address: addressOf(readDangerPage, { query: { visitId } }),
  });
  expect(filled(templateOf(pageRead(openIntakeDraft, { body: { visitId: ':visitId' } })), values)).toEqual({
    address: '/api/intake-drafts',
    body: { visitId },
  });
});

it('A page’s read is not sent while a value of it is unknown', () => {
  expect(filled(templateOf(pageRead(readChart)), values)).toBeUndefined();
  expect(filled(templateOf(pageRead(readChart)), { patientId: '7' })).toEqual({ address: '/api/patients/7/chart' });
});
