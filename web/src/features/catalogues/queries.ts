import { useQuery } from '@pinia/colada';
import {
  listActivations,
  listHospitalLists,
  listRemarks,
  readHospitalList,
  type HospitalList,
  type ListKind,
} from '@yunzhen/shared/catalogues/hospital-lists.contract';
import {
  activationSorts,
  hospitalListSorts,
  listStates,
  remarkOutcomes,
  remarkSorts,
} from '@yunzhen/shared/catalogues/hospital-lists.constants';
import { api } from '../../core/api/index.ts';
import { useTable } from '../../core/table/index.ts';

/** The hospital’s own lists of one kind, and the file format of that kind. */
export const useHospitalLists = (kind: () => ListKind) =>
  useTable(listHospitalLists, {
    key: () => ['list', kind()],
    params: () => ({ kind: kind() }),
    sorts: hospitalListSorts,
    order: 'desc',
    filters: { state: listStates },
  });

export const useHospitalList = (kind: () => ListKind, id: () => string | undefined) =>
  useQuery({
    key: () => ['list', kind(), 'one', id() ?? ''],
    enabled: () => id() !== undefined,
    query: ({ signal }) => api.call(readHospitalList, { params: { kind: kind(), listId: id() ?? '' }, signal }),
  });

/** Rows of a list that were rejected, or accepted with a warning. */
export const useListRemarks = (list: () => HospitalList) =>
  useTable(listRemarks, {
    key: ['list', 'remarks'],
    params: () => ({ kind: list().kind, listId: list().id }),
    sorts: remarkSorts,
    filters: { outcome: remarkOutcomes },
    prefix: 'report-',
    query: { limit: 50 },
  });

/** Which list was active since when. */
export const useListActivations = (kind: () => ListKind) =>
  useTable(listActivations, {
    key: () => ['list', kind(), 'uses'],
    params: () => ({ kind: kind() }),
    sorts: activationSorts,
    order: 'desc',
    prefix: 'use-',
  });
