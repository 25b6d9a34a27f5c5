import account from '../../../features/accounts/texts/account.en.ts';
import care from '../../../features/visits/texts/care.en.ts';
import prescriptionStatus from '../../../features/prescribing/texts/status.en.ts';
import severity from '../../../features/chart/texts/severity.en.ts';
import common from '../../../ui/texts/common.en.ts';
import errors from './errors.ts';

/** Texts of every page, in one file. */
export default { areas: { common, account, care: { ...care, ...prescriptionStatus, ...severity } }, errors };
