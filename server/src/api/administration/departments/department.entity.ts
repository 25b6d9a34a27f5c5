import { EntitySchema } from 'typeorm';
import type { LocalizedText } from '@yunzhen/shared/core/locale';

export interface DepartmentRow {
  id: string;
  hospitalId: string;
  code: string;
  name: LocalizedText;
  description: LocalizedText;
  position: number;
  active: boolean;
}

export const departmentEntity = new EntitySchema<DepartmentRow>({
  name: 'department',
  columns: {
    id: { type: 'uuid', primary: true },
    hospitalId: { name: 'hospital_id', type: 'uuid' },
    code: { type: 'text' },
    name: { type: 'jsonb' },
    description: { type: 'jsonb' },
    position: { type: 'int' },
    active: { type: 'boolean' },
  },
});
