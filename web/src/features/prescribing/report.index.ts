export { bySeverity, checkedInFull, checksNotMade, isAllClear, severities } from './checks/check-view-model.ts';
