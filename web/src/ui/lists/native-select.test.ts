// @vitest-environment happy-dom
import { h } from 'vue';
import { expect, it } from 'vitest';
import ComfortArea from '../../app/layouts/comfort-area.vue';
import { mounted } from '../testing/mounted.ts';
import NativeSelect from './native-select.vue';

const select = () => h(NativeSelect<string>, { items: [{ value: 'day', label: 'Day' }], label: 'Period' });

it('is a target of 48 px for patients, and as dense as other fields for staff on wide screens', async () => {
  const patients = await mounted({ render: () => h(ComfortArea, select) }, {});
  expect(patients.all('select')[0]?.className).toContain('min-h-12');
  expect(patients.all('select')[0]?.className).not.toContain('md:min-h-8');
  patients.end();
  const staff = await mounted({ render: select }, {});
  expect(staff.all('select')[0]?.className).toContain('md:min-h-8');
  staff.end();
});
