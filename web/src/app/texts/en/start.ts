import account from '../../../features/accounts/texts/account.en.ts';
import care from '../../../features/visits/texts/care.en.ts';
import common from '../../../ui/texts/common.en.ts';
import errors from './errors.ts';

/** What every page says, in one file. */
export default { areas: { common, account, care }, errors };
