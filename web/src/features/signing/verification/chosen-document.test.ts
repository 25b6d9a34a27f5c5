import { describe, expect, it } from 'vitest';
import { faultOf, largestDocument, mediaTypeOf } from './chosen-document.ts';

const pdf = { name: 'RX-1.pdf', type: 'application/pdf', size: 90_000 };

describe('A chosen document', () => {
  it('is sent with its media type, derived from its name where the device has none', () => {
    expect(mediaTypeOf(pdf)).toBe('application/pdf');
    expect(mediaTypeOf({ name: 'RX-1.PDF', type: '' })).toBe('application/pdf');
    expect(mediaTypeOf({ name: 'RX-1.jws', type: '' })).toBe('application/jose');
    expect(mediaTypeOf({ name: 'pdf', type: 'image/png' })).toBeUndefined();
  });

  it('is rejected in the browser when it cannot be one of the hospital’s', () => {
    expect(faultOf(pdf)).toBeUndefined();
    expect(faultOf({ ...pdf, size: largestDocument })).toBeUndefined();
    expect(faultOf({ ...pdf, size: largestDocument + 1 })).toBe('tooLarge');
    expect(faultOf({ ...pdf, size: 0 })).toBe('emptyFile');
    expect(faultOf({ name: 'photo.jpg', type: 'image/jpeg', size: 5 })).toBe('wrongType');
  });
});
