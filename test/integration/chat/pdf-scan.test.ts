import { describe, expect, it } from 'vitest';
import { objectionToPdf } from '../../../server/src/api/modules/chat/attachments/pdf-scan.ts';
import { objectStream, pdf } from './sample-files.ts';

describe('a document', () => {
  it('without anything active is let through, web links and compressed objects included', async () => {
    expect(await objectionToPdf(pdf())).toBeNull();
    const link = '6 0 obj\n<< /Subtype /Link /A << /S /URI /URI (https://example.org/JS) >> >>\nendobj\n';
    expect(await objectionToPdf(pdf({ objects: [link, objectStream('5 0 << /Type /Font >>')] }))).toBeNull();
    // The two letters by chance in a compressed picture.
    expect(
      await objectionToPdf(pdf({ objects: ['6 0 obj <<>> stream\n\x01/JS\x02)/JS \x07\nendstream\n'] })),
    ).toBeNull();
  });

  it.each([
    ['a script', pdf({ catalog: '/OpenAction << /S /JavaScript /JS (app.alert(1)) >>' })],
    ['a script by its code alone', pdf({ catalog: '/AA << /O << /JS 5 0 R >> >>' })],
    ['a script with its name escaped', pdf({ catalog: '/OpenAction << /S /J#61va#53cript >>' })],
    ['a program to start', pdf({ catalog: '/OpenAction << /S /Launch /F (cmd.exe) >>' })],
    ['a form that is sent', pdf({ objects: ['6 0 obj << /A << /S /SubmitForm >> >> endobj\n'] })],
    ['another file inside', pdf({ catalog: '/Names << /EmbeddedFiles 8 0 R >>' })],
    ['an XFA form', pdf({ catalog: '/AcroForm << /XFA 8 0 R >>' })],
    ['encryption', pdf({ trailer: '/Encrypt 8 0 R' })],
    ['a page of the web after its end', pdf({ after: '<script>alert(1)</script>' })],
    ['an archive after its end', pdf({ after: 'PK\x05\x06' + '\0'.repeat(18) })],
    ['an archive around its end', pdf({ objects: ['6 0 obj <<>> stream\nPK\x05\x06\0\0\nendstream\n'] })],
    ['a script in an object stream', pdf({ objects: [objectStream('5 0 << /S /JavaScript /JS (x) >>')] })],
    [
      'a script in an object stream that does not say so',
      pdf({ objects: [objectStream('5 0 << /S /JavaScript >>', '/N 1 /First 4 /Filter /FlateDecode')] }),
    ],
    [
      'an object stream behind two filters',
      pdf({ objects: [objectStream('x', '/Type /ObjStm /N 1 /First 4 /Filter [/ASCIIHexDecode /FlateDecode]')] }),
    ],
    [
      'an object stream whose filter stands elsewhere',
      pdf({ objects: [objectStream('x', '/Type /ObjStm /N 1 /First 4 /Filter 9 0 R')] }),
    ],
    [
      'an object stream with a predictor',
      pdf({
        objects: [
          objectStream('x', '/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /DecodeParms << /Predictor 12 >>'),
        ],
      }),
    ],
    ['an object stream that fills the memory', pdf({ objects: [objectStream(Buffer.alloc(40 * 1024 * 1024))] })],
    [
      'an object stream that is broken',
      pdf({ objects: ['7 0 obj << /Type /ObjStm /Filter /FlateDecode >> stream\nxx'] }),
    ],
  ])('with %s is refused', async (_, bytes) => {
    expect(await objectionToPdf(bytes)).not.toBeNull();
  });
});
