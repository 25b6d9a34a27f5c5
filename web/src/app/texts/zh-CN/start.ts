import account from '../../../features/accounts/texts/account.zh-CN.ts';
import care from '../../../features/visits/texts/care.zh-CN.ts';
import prescriptionStatus from '../../../features/prescribing/texts/status.zh-CN.ts';
import severity from '../../../features/chart/texts/severity.zh-CN.ts';
import common from '../../../ui/texts/common.zh-CN.ts';
import errors from './errors.ts';

/** Texts of every page, in one file. */
export default { areas: { common, account, care: { ...care, ...prescriptionStatus, ...severity } }, errors };
