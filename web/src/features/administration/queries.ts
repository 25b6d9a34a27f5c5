import { computed, type Ref } from 'vue';
import { useQuery } from '@pinia/colada';
import { refDebounced } from '@vueuse/core';
import { listAuditEvents } from '@yunzhen/shared/administration/audit.contract';
import { listBrandVersions, readBrand } from '@yunzhen/shared/administration/brand.contract';
import { brandVersionSorts } from '@yunzhen/shared/administration/brand.constants';
import { listConsentVersions, readConsentDraft } from '@yunzhen/shared/administration/consent-texts.contract';
import { consentVersionSorts, type HospitalTextKind } from '@yunzhen/shared/administration/consent-texts.constants';
import { listManagedDepartments } from '@yunzhen/shared/administration/departments.contract';
import { departmentSorts } from '@yunzhen/shared/administration/departments.constants';
import { readHospitalSettings } from '@yunzhen/shared/administration/hospital-settings.contract';
import {
  listMessageVersions,
  listMessageWords,
  previewMessageWords,
  readMessageWords,
  type MessageDraft,
} from '@yunzhen/shared/administration/message-words.contract';
import {
  messageSorts,
  messageStates,
  messageVersionSorts,
} from '@yunzhen/shared/administration/message-words.constants';
import { listPriceLists, readPriceList } from '@yunzhen/shared/administration/prices.contract';
import { priceListSorts } from '@yunzhen/shared/administration/prices.constants';
import { listRecordHolds } from '@yunzhen/shared/administration/record-holds.contract';
import { recordHoldSorts } from '@yunzhen/shared/administration/record-holds.constants';
import { readSetUp } from '@yunzhen/shared/administration/set-up.contract';
import { listDepartments, listDoctors } from '@yunzhen/shared/directory/directory.contract';
import { api } from '../../core/api/index.ts';
import { hospitalTimeZone } from '../../core/i18n/index.ts';
import { useTable } from '../../core/table/index.ts';
import { addressFilters, filtersAt, queryOf } from './audit/filters.ts';

// The first part of a key is the entity of the record socket: a change of that entity refetches the query.

/** Departments, open and closed, for the administrator. */
export const useManagedDepartments = () =>
  useTable(listManagedDepartments, {
    key: ['departments', 'managed'],
    sorts: departmentSorts,
    filters: { active: ['true', 'false'] },
  });

/** Departments that can have a price. */
export const useDepartmentChoices = () =>
  useQuery({ key: ['departments', 'choices'], query: ({ signal }) => api.call(listDepartments, { signal }) });

/** Doctors, for the titles that can have a price. */
export const useDoctorTitles = () =>
  useQuery({ key: ['doctors', 'titles'], query: ({ signal }) => api.call(listDoctors, { query: {}, signal }) });

export const useHospitalSettings = () =>
  useQuery({
    key: ['administration', 'settings'],
    query: ({ signal }) => api.call(readHospitalSettings, { signal }),
  });

export const useBrand = () =>
  useQuery({ key: ['administration', 'brand'], query: ({ signal }) => api.call(readBrand, { signal }) });

export const useBrandVersions = () =>
  useTable(listBrandVersions, {
    key: ['brand', 'versions'],
    sorts: brandVersionSorts,
    order: 'desc',
    query: { limit: 10 },
  });

export const usePriceLists = () =>
  useTable(listPriceLists, { key: ['prices', 'list'], sorts: priceListSorts, order: 'desc' });

/** The newest price list, independent of the table’s page: a new one is based on it. */
export const useNewestPriceList = () =>
  useQuery({
    key: ['prices', 'newest'],
    query: ({ signal }) => api.call(listPriceLists, { query: { limit: 1 }, signal }),
  });

export const usePriceList = (id: () => string | undefined) =>
  useQuery({
    key: () => ['prices', 'one', id() ?? ''],
    enabled: () => id() !== undefined,
    query: ({ signal }) => api.call(readPriceList, { params: { priceListId: id() ?? '' }, signal }),
  });

export const useConsentVersions = (kind: HospitalTextKind) =>
  useTable(listConsentVersions, {
    key: ['consent', 'versions'],
    sorts: consentVersionSorts,
    order: 'desc',
    query: { kind },
  });

/** The newest version, independent of the table’s page: a draft starts from it. */
export const useNewestConsentVersion = (kind: HospitalTextKind) =>
  useQuery({
    key: ['consent', 'newest', kind],
    query: ({ signal }) => api.call(listConsentVersions, { query: { kind, limit: 1 }, signal }),
  });

export const useConsentVersion = (kind: HospitalTextKind, label: () => string | undefined) =>
  useQuery({
    key: () => ['consent', 'one', kind, label() ?? ''],
    enabled: () => label() !== undefined,
    query: ({ signal }) => api.call(listConsentVersions, { query: { kind, label: label() }, signal }),
  });

export const useConsentDraft = (kind: HospitalTextKind) =>
  useQuery({
    key: ['consent', 'draft', kind],
    query: ({ signal }) => api.call(readConsentDraft, { query: { kind }, signal }),
  });

/** Messages whose wording the hospital may change. */
export const useMessages = () =>
  useTable(listMessageWords, { key: ['wording', 'list'], sorts: messageSorts, filters: { state: messageStates } });

export const useMessage = (template: () => string) =>
  useQuery({
    key: () => ['wording', 'message', template()],
    query: ({ signal }) => api.call(readMessageWords, { params: { template: template() }, signal }),
  });

export const useMessageVersions = (template: () => string) =>
  useTable(listMessageVersions, {
    key: ['wording', 'versions'],
    params: () => ({ template: template() }),
    sorts: messageVersionSorts,
    order: 'desc',
    query: { limit: 10 },
  });

/** A message filled with sample values, fetched after a debounce. */
export function useMessagePreview(template: () => string, draft: Ref<MessageDraft | null>) {
  const rested = refDebounced(
    computed(() => JSON.stringify(draft.value)),
    500,
  );
  return useQuery({
    key: () => ['wording', 'preview', template(), rested.value],
    query: ({ signal }) =>
      api.call(previewMessageWords, {
        params: { template: template() },
        body: JSON.parse(rested.value) as MessageDraft,
        signal,
      }),
    enabled: () => rested.value !== 'null',
    placeholderData: (before: MessageDraft | undefined) => before,
  });
}

/** Records under dispute; those in force where no state is chosen. */
export const useRecordHolds = () =>
  useTable(listRecordHolds, {
    key: ['record-holds'],
    sorts: recordHoldSorts,
    order: 'desc',
    filters: { state: ['lifted', 'all'] },
  });

/** Audit events. Each read is audited itself, so answers never come from the cache. */
export const useAuditEvents = () =>
  useTable(listAuditEvents, {
    key: ['audit'],
    sorts: ['at'],
    order: 'desc',
    filters: addressFilters,
    toQuery: ({ order, cursor }, filters) => ({
      ...queryOf(filtersAt(filters), hospitalTimeZone.value),
      order,
      limit: 50,
      cursor,
    }),
    staleTime: 0,
  });

/** Which steps of the hospital’s set-up are done. */
export const useSetUp = () => useQuery({ key: ['set-up'], query: ({ signal }) => api.call(readSetUp, { signal }) });
