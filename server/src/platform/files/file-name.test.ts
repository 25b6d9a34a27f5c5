import { describe, expect, it } from 'vitest';
import { attachmentDisposition, safeFileName } from './file-name.ts';

describe('the safe name of a file', () => {
  it.each([
    ['化验单.pdf', 'application/pdf', '化验单.pdf'],
    ['IMG_0001.JPEG', 'image/jpeg', 'IMG_0001.jpg'],
    ['scan.pdf', 'image/png', 'scan.pdf.png'],
    ['../../etc/passwd', 'image/png', 'passwd.png'],
    ['C:\\temp\\rash.webp', 'image/webp', 'rash.webp'],
    ['.hidden', 'image/png', 'hidden.png'],
    ['invoice\u202Efdp.exe', 'application/pdf', 'invoicefdp.exe.pdf'],
    ['a\u0000b\u2066c\u0085.png', 'image/png', 'abc.png'],
    ['con.pdf', 'application/pdf', '_con.pdf'],
    ['<b>"x"|?*%41.png', 'image/png', '_b__x_____41.png'],
    ['  two   words . . .png', 'image/png', 'two words.png'],
    ['', 'application/pdf', 'document.pdf'],
    ['///', 'image/jpeg', 'picture.jpg'],
    ['👩🏽‍⚕️.png', 'image/png', '👩🏽‍⚕️.png'],
  ] as const)('of %j as %s is %j', (given, type, expected) => {
    expect(safeFileName(given, type)).toBe(expected);
  });

  it('is short, and never cut within a character', () => {
    expect([...safeFileName('👍'.repeat(200), 'image/png')]).toHaveLength(84);
  });

  it('stays the same when it is made safe again', () => {
    const once = safeFileName('..\u202Ea/b|c.PDF', 'application/pdf');
    expect(safeFileName(once, 'application/pdf')).toBe(once);
  });

  it('cannot end its header or start another', () => {
    const header = attachmentDisposition('血"压\r\nset-cookie: x=1;’.pdf');
    expect(header).toMatch(/^attachment; filename="[\w .()-]+"; filename\*=UTF-8''[\w%.!~-]+$/);
    expect(header).not.toMatch(/[\r\n]/);
  });
});
