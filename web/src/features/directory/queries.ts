import { toValue, type MaybeRefOrGetter } from 'vue';
import { useQuery } from '@pinia/colada';
import type { z } from 'zod';
import { listDepartments } from '@yunzhen/shared/directory/directory.contract';
import { readOwnPortrait } from '@yunzhen/shared/directory/portraits.contract';
import {
  countMissingFactors,
  listStaff,
  listStaffInvitations,
  openStaffInvitation,
  readStaffMember,
} from '@yunzhen/shared/directory/staff.contract';
import { readOwnApplication } from '@yunzhen/shared/directory/applications.contract';
import {
  staffInvitationSorts,
  staffInvitationStates,
  staffSorts,
  staffStates,
} from '@yunzhen/shared/directory/staff.constants';
import type { staffInvitationLink } from '@yunzhen/shared/directory/staff.schemas';
import { licenceStates, staffRoles } from '@yunzhen/shared/directory/staff';
import { api } from '../../core/api/index.ts';
import { useTable } from '../../core/table/index.ts';

// The first part of a key is the entity of the record socket: a change of that entity refetches the query.

export const useStaff = () =>
  useTable(listStaff, {
    key: ['staff', 'list'],
    sorts: staffSorts,
    filters: { role: staffRoles, state: staffStates, licence: licenceStates },
  });

/** How many of the whole staff lack a second factor, whatever the list shows. */
export const useMissingFactors = () =>
  useQuery({ key: ['staff', 'missing-factors'], query: ({ signal }) => api.call(countMissingFactors, { signal }) });

export function useStaffMember(accountId: MaybeRefOrGetter<string>) {
  return useQuery({
    key: () => ['staff', 'member', toValue(accountId)],
    query: ({ signal }) => api.call(readStaffMember, { params: { accountId: toValue(accountId) }, signal }),
  });
}

/** The details that the signed-in person states until they are confirmed. */
export const useOwnApplication = () =>
  useQuery({ key: ['application', 'own'], query: ({ signal }) => api.call(readOwnApplication, { signal }) });

export const useStaffInvitations = () =>
  useTable(listStaffInvitations, {
    key: ['staff', 'invitations'],
    sorts: staffInvitationSorts,
    order: 'desc',
    filters: { state: staffInvitationStates },
  });

/** The invitation of a link. */
export function useInvitation(link: () => z.output<typeof staffInvitationLink> | undefined) {
  return useQuery({
    key: () => ['staff-invitation', link()?.invitationId ?? ''],
    enabled: () => link() !== undefined,
    query: async ({ signal }) => {
      const body = link();
      return body ? api.call(openStaffInvitation, { body, signal }) : null;
    },
  });
}

/** Departments in which a practitioner can work. */
export function useDepartmentChoices() {
  return useQuery({
    key: ['departments', 'choices'],
    query: async ({ signal }) => (await api.call(listDepartments, { signal })).items,
  });
}

export function useOwnPortrait(doctorId: MaybeRefOrGetter<string>) {
  return useQuery({
    key: () => ['portrait', toValue(doctorId)],
    query: ({ signal }) => api.call(readOwnPortrait, { params: { doctorId: toValue(doctorId) }, signal }),
  });
}
