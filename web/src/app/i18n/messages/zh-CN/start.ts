import account from './account.ts';
import care from './care.ts';
import common from './common.ts';
import errors from './errors.ts';

/** What every page says, in one file. */
export default { areas: { common, account, care }, errors };
