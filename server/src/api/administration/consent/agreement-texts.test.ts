import { describe, expect, it } from 'vitest';
import { countingVersions } from './agreement-texts.ts';
import { standardVersion } from './standard/standard-texts.ts';

const asking = (version: string) => ({ version, asksAgreement: true });
const silent = (version: string) => ({ version, asksAgreement: false });

describe('versions whose agreement counts', () => {
  it('are the standard text alone where the hospital has published nothing', () => {
    expect(countingVersions([])).toEqual({ version: standardVersion, counting: [standardVersion] });
  });

  it('reach back to the last version that asked for agreement', () => {
    expect(countingVersions([silent('4'), silent('3'), asking('2'), asking('1')])).toEqual({
      version: '4',
      counting: ['4', '3', '2'],
    });
    expect(countingVersions([asking('2'), silent('1')])).toEqual({ version: '2', counting: ['2'] });
  });

  it('include the standard text where no version has asked', () => {
    expect(countingVersions([silent('1')]).counting).toEqual(['1', standardVersion]);
  });
});
