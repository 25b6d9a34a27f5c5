import { describe, expect, it } from 'vitest';
import { scannedCode } from './scanned-code.ts';

const address = {
  hospital: 'wuzhen',
  prescriptionId: '0199f1de-7c0a-7d55-a4a5-2f7b9a0d6e11',
  hash: '#c2FtcGxlLXNlY3JldC1zYW1wbGU',
};

describe('A scanned address', () => {
  it('contains hospital, prescription and secret', () => {
    expect(scannedCode(address)).toEqual({
      hospital: 'wuzhen',
      prescriptionId: address.prescriptionId,
      secret: 'c2FtcGxlLXNlY3JldC1zYW1wbGU',
    });
  });

  it.each([
    ['no secret', { ...address, hash: '' }],
    ['a bare #', { ...address, hash: '#' }],
    ['a secret that was cut off', { ...address, hash: '#c2Ft' }],
    ['a cut id', { ...address, prescriptionId: '0199f1de-7c0a' }],
    ['something else for a hospital', { ...address, hospital: '../wuzhen' }],
  ])('is incomplete with %s', (_, cut) => {
    expect(scannedCode(cut)).toBeUndefined();
  });
});
