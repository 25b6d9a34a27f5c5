import { z } from 'zod';
import { instant, locale } from '../core/common.ts';
import { hospitalSlug } from '../core/contact.ts';
import type { RouteSchemas } from '../core/route.ts';
import { agreementKinds } from './agreements.constants.ts';

/** A version of a text. */
export const agreedText = z.strictObject({ kind: z.enum(agreementKinds), version: z.string().min(1).max(40) });
export type AgreedText = z.output<typeof agreedText>;

export const agreedTexts = z.array(agreedText).max(agreementKinds.length);

const ownAgreement = agreedText.extend({ locale, agreedAt: instant });

const ownAgreements = z.strictObject({ items: z.array(ownAgreement) });

export const agreementsSchemas = {
  readAgreementTexts: {
    summary: 'Get the versions of the privacy notice and terms that a new patient agrees to',
    params: z.strictObject({ hospital: hospitalSlug }),
    response: z.strictObject({ items: z.array(agreedText) }),
  },
  listOwnAgreements: {
    summary: 'List the versions of the privacy notice and terms you agreed to, newest first',
    response: ownAgreements,
  },
  giveAgreements: {
    summary: 'Agree to the current versions of the privacy notice and terms',
    body: z.strictObject({ agreed: agreedTexts, locale }),
    response: ownAgreements,
  },
} satisfies RouteSchemas;
