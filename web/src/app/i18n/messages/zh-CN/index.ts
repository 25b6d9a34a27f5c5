import account from './account.ts';
import audit from './audit.ts';
import call from './call.ts';
import care from './care.ts';
import common from './common.ts';
import figures from './figures.ts';
import review from './review.ts';
import verification from './verification.ts';
import workbench from './workbench.ts';

export default { common, account, care, call, workbench, review, figures, audit, verification };
