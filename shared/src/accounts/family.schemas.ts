import { z } from 'zod';
import { childRelations, guardianRelations, guardianshipStates } from './guardianship.ts';
import { sexes } from '../core/patient.ts';
import { email, phone } from '../core/contact.ts';
import { date, id, instant } from '../core/common.ts';
import { printedName } from '../core/printed-name.ts';
import type { RouteSchemas } from '../core/route.ts';

const person = z.strictObject({ patientId: id, name: z.string(), nameLatin: z.string() });

export const familyMember = z.strictObject({
  id,
  state: z.enum(guardianshipStates),
  relation: z.enum(guardianRelations),
  /** A child by law, an adult by their own consent. */
  basis: z.enum(['minor', 'consent']),
  /** Null until an adult has agreed: before that, their identity is not revealed. */
  dependant: person.extend({ birthDate: date }).nullable(),
  /** The address as the guardian entered it. */
  invited: z.string().nullable(),
  /** The day from which a child acts for themselves. */
  until: date.nullable(),
  since: instant,
});
export type FamilyMember = z.output<typeof familyMember>;

/** A guardian of the signed-in person, or someone who asks to be one. */
export const ownGuardian = z.strictObject({
  id,
  state: z.enum(guardianshipStates),
  relation: z.enum(guardianRelations),
  guardian: z.strictObject({ name: z.string(), nameLatin: z.string() }),
  since: instant,
});
export type OwnGuardian = z.output<typeof ownGuardian>;

const guardianshipParams = z.strictObject({ guardianshipId: id });

export const addChildBody = z.strictObject({
  name: printedName(80),
  nameLatin: printedName(120, 0).default(''),
  birthDate: date,
  sex: z.enum(sexes),
  relation: z.enum(childRelations),
  /** A declaration to be the child’s legal guardian; the hospital asks for proof when it must. */
  declared: z.literal(true),
});

export const inviteDependantBody = z
  .strictObject({ email: email.optional(), phone: phone.optional(), relation: z.enum(guardianRelations) })
  .refine((given) => (given.email === undefined) !== (given.phone === undefined), {
    error: 'required',
    path: ['email'],
  });

export const familySchemas = {
  readFamily: {
    summary: 'List the people you act for and those who act for you',
    response: z.strictObject({ dependants: z.array(familyMember), guardians: z.array(ownGuardian) }),
  },
  addChild: {
    summary: 'Create a record for your child, for whom you act until they are of age',
    body: addChildBody,
    response: familyMember,
  },
  inviteDependant: {
    summary: 'Ask an adult for permission to act for them; does not reveal whether they have an account',
    body: inviteDependantBody,
    response: familyMember,
    rateLimit: 10,
  },
  decideGuardianship: {
    summary: 'Agree that someone may act for you, or decline',
    params: guardianshipParams,
    body: z.strictObject({ agreed: z.boolean() }),
    response: ownGuardian,
  },
  endGuardianship: {
    summary: 'End the delegation immediately, from either side',
    params: guardianshipParams,
    response: z.strictObject({ ended: z.literal(true) }),
  },
} satisfies RouteSchemas;
