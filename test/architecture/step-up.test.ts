import { describe, expect, it } from 'vitest';
import { isStaff, permissionTable, type Permission, type Role } from '../../shared/src/core/permission.ts';
import type { AnyRoute } from '../../shared/src/core/route.ts';
import { everyRoute } from '../support/contracts.ts';
import { withRecentFactor } from '../support/step-up.ts';

/** Routes whose service checks the factor in the transaction of the action, because it depends on the row: see `confirmSigner`. */
const inTheTransaction = [
  'enableStaffMember',
  'inviteStaff',
  'publishConsentDraft',
  'renewStaffInvitation',
  'setDuty',
  'setStaffRoles',
];

/** Changes by the administration that need no recent factor, and why. */
const withoutFactor: Readonly<Record<string, string>> = {
  addFigureNote: 'a remark beside the figures',
  addLogo: 'unused until the brand is published',
  cancelDeskAppointment: 'a caller waits, the patient is told, and the desk has few a minute',
  cancelHospitalList: 'discards what is not in force',
  checkStaffFile: 'changes nothing',
  createDepartment: 'gives no right',
  createPharmacy: 'has neither key nor people yet',
  discardConsentDraft: 'a draft',
  discardMessageDraft: 'a draft',
  findAuditPatients: 'changes nothing, and is audited',
  moveDeskAppointment: 'a caller waits, the patient is told, and the desk has few a minute',
  moveOrphanedAppointment: 'gives no right, and the patient is told and can move or cancel it',
  placeRecordHold: 'only protects',
  previewMessageWords: 'changes nothing',
  remindOfSecondFactor: 'gives no right, one e-mail a day',
  removeDepartment: 'possible only without doctors and visits',
  removeFigureNote: 'a remark beside the figures, audited',
  returnApplication: 'gives no right',
  saveConsentDraft: 'a draft',
  saveDepartment: 'gives no right',
  saveMessageDraft: 'a draft',
  uploadHospitalList: 'unused until it is activated',
  withdrawPharmacyInvitation: 'only takes a link back',
  withdrawStaffInvitation: 'only takes a link back',
};

const ofAdministration =
  /^(appointment\.reassign$|front-desk\.|(audit|certificate|consent|department|list|metrics|pharmacy|price|record|settings|staff)\.)/;
const isChange = ({ method }: AnyRoute) => method !== 'GET';
const isOfStaff = ({ permission }: AnyRoute) =>
  permission in permissionTable && permissionTable[permission as Permission].some((role: Role) => isStaff([role]));
const names = (routes: readonly AnyRoute[]) => routes.map(({ name }) => name).toSorted();

describe('actions that need a second factor given recently', () => {
  it('are the ones that the list names', async () => {
    const declared = (await everyRoute()).filter(({ confirmation }) => confirmation === 'recent');
    expect(names(declared)).toEqual(withRecentFactor);
  });

  it('are all changes by the administration, except those with a reason', async () => {
    const changes = (await everyRoute()).filter(
      (route) => isChange(route) && isOfStaff(route) && ofAdministration.test(route.permission),
    );
    const open = changes.filter(
      ({ confirmation, name }) => confirmation !== 'recent' && !inTheTransaction.includes(name),
    );
    expect(names(open)).toEqual(Object.keys(withoutFactor).toSorted());
  });

  it('are all files with data of many people', async () => {
    const files = (await everyRoute()).filter(
      (route) => route.file === true && isOfStaff(route) && ofAdministration.test(route.permission),
    );
    expect(names(files.filter(({ confirmation }) => confirmation !== 'recent'))).toEqual([]);
    expect(names(files)).toEqual(expect.arrayContaining(['exportAuditEvents', 'exportFigures', 'readReport']));
  });
});
