import { agreementKinds } from '../../shared/src/accounts/agreements.constants.ts';
import { standardVersion } from '../../server/src/api/administration/index.ts';

/** Agreement to the standard texts, which are in force where a hospital has published none. */
export const agreedToStandard = agreementKinds.map((kind) => ({ kind, version: standardVersion }));
