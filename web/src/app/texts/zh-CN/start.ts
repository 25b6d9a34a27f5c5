import account from '../../i18n/messages/zh-CN/account.ts';
import care from '../../i18n/messages/zh-CN/care.ts';
import common from '../../../ui/texts/common.zh-CN.ts';
import errors from './errors.ts';

/** What every page says, in one file. */
export default { areas: { common, account, care }, errors };
