import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { objectionToPdf } from '../../../server/src/platform/files/pdf-scan.ts';
import { objectStream, pdf } from './sample-files.ts';

/** Places the name across the boundary of two chunks that the scanner reads. */
function betweenPieces(): string {
  const before = pdf().indexOf('3 0 obj');
  return `${' '.repeat(512 * 1024 - before - 100)}${'/JavaScript '.repeat(20)}`;
}

/** Puts harmless objects after the end of the line, as the standard requires, and others directly after the keyword. */
function twoBeginnings(): Buffer {
  const hostile = deflateSync(Buffer.from('5 0 << /S /JavaScript >>'), { level: 9 });
  if (/[\r\n]/.test(hostile.toString('latin1'))) throw new Error('text must be on one line');
  const head = '7 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode >>\nstream';
  const objects = [head, hostile, '\n', deflateSync(Buffer.from('5 0 << >>')), '\nendstream\nendobj\n'];
  return pdf({ objects });
}

describe('a PDF document', () => {
  it('without active content is accepted, including web links and compressed objects', async () => {
    expect(await objectionToPdf(pdf())).toBeNull();
    const link = '6 0 obj\n<< /Subtype /Link /A << /S /URI /URI (https://example.org/JS) >> >>\nendobj\n';
    expect(await objectionToPdf(pdf({ objects: [link, objectStream('5 0 << /Type /Font >>')] }))).toBeNull();
    // The two letters occur by chance in a compressed picture.
    expect(
      await objectionToPdf(pdf({ objects: ['6 0 obj <<>> stream\n\x01/JS\x02)/JS \x07\nendstream\n'] })),
    ).toBeNull();
  });

  it('may open at one of its pages, in any notation, and may have links', async () => {
    const link = '6 0 obj\n<< /Subtype /Link /A << /S /URI /URI (https://example.org/) >> >>\nendobj\n';
    const move = '9 0 obj\n<< /S /GoTo /D [3 0 R /Fit] >>\nendobj\n';
    for (const catalog of ['/OpenAction [3 0 R /Fit]', '/OpenAction << /S /GoTo /D [3 0 R /Fit] >>'])
      expect(await objectionToPdf(pdf({ catalog, objects: [link] }))).toBeNull();
    expect(await objectionToPdf(pdf({ catalog: '/OpenAction 9 0 R', objects: [link, move] }))).toBeNull();
    const packed = objectStream('9 0 << /S /GoTo /D [3 0 R /Fit] >>');
    expect(await objectionToPdf(pdf({ catalog: '/OpenAction 9 0 R', objects: [link, packed] }))).toBeNull();
    // Occurs by chance in a compressed picture.
    const noise = '6 0 obj <<>> stream\n/AA\x03 /F(x <2f2f (\\x (//a\nendstream\n';
    expect(await objectionToPdf(pdf({ objects: [noise] }))).toBeNull();
  });

  it.each<[string, Buffer]>([
    ['a page of the web when it opens', pdf({ catalog: '/OpenAction << /S /URI /URI (https://example.org/) >>' })],
    ['the same by its name escaped', pdf({ catalog: '/Open#41ction%\n<< /S /URI /URI (https://a.example) >>' })],
    [
      'the same behind a move',
      pdf({ catalog: '/OpenAction << /S /GoTo /D [3 0 R /Fit] /Next << /S /URI /URI (https://a.example) >> >>' }),
    ],
    ['the same elsewhere', pdf({ catalog: '/OpenAction 9 0 R', objects: ['9 0 obj << /S /URI >> endobj\n'] })],
    [
      'the same in an object stream',
      pdf({ catalog: '/OpenAction 9 0 R', objects: [objectStream('9 0 << /S /URI >>')] }),
    ],
    [
      'the same beside an object of the same number that is harmless',
      pdf({ catalog: '/OpenAction 9 0 R', objects: ['9 0 obj [] endobj\n9%\n0 obj << /S /URI >> endobj\n'] }),
    ],
    ['an opening that can not be found', pdf({ catalog: '/OpenAction 9 0 R' })],
    ['an opening within an object stream', pdf({ objects: [objectStream('9 0 << /OpenAction << /S /URI >> >>')] })],
    ['additional actions', pdf({ catalog: '/AA << /WC << /S /URI >> >>' })],
    ['actions of a page', pdf({ objects: ['6 0 obj << /A#41 7 0 R >> endobj\n'] })],
    ['actions in an object stream', pdf({ objects: [objectStream('5 0 << /AA 7 0 R >>')] })],
    ['a command of the reader', pdf({ objects: ['6 0 obj << /A << /S /Named /N /Print >> >> endobj\n'] })],
    ['a sound', pdf({ objects: ['6 0 obj << /A << /S /Sound /Sound 7 0 R >> >> endobj\n'] })],
    ...[
      '/F (\\\\\\\\example.org\\\\share)',
      '/F (//example.org/share)',
      '/U#46%\n<5C5C6578616D706C65>',
      '/F (\\134\\134example.org)',
      '/UF <FEFF005C005C00650078>',
      '/F (file://example.org/share)',
      '/Any (\\\\\\\\example.org)',
    ].map((name): [string, Buffer] => [
      `a file on another computer: ${name}`,
      pdf({ objects: [`6 0 obj << /Type /Filespec ${name} >> endobj\n`] }),
    ]),
    ['a file name as an object', pdf({ objects: ['6 0 obj (//example.org/share) endobj\n'] })],
    ['a file name in an object stream', pdf({ objects: [objectStream('5 0 (//example.org/share)')] })],
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
      'an object stream whose filter is in another object',
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
    ...[
      '/N 1 %obj << >> stream\n /First 4 /Filter /FlateDecode',
      '/N 1 /First 4 /Filter /FlateDecode /Title (1 0 obj \\) ( << ) >> stream) ',
      '/N 1 /First 4 /Filter%x\n[%]\n/Flate#44ecode ]',
      '/A << /B [ << /C <41> >> ] >> /N 1 /First 4 /Filter [ /Fl ]',
    ].map((dictionary): [string, Buffer] => [
      `an object stream with ${JSON.stringify(dictionary)}`,
      pdf({ objects: [objectStream('5 0 << /S /JavaScript >>', dictionary)] }),
    ]),
    ['a script where only some readers see the data of an object stream begin', twoBeginnings()],
    [
      'a script of a three-dimensional model',
      pdf({ objects: ['6 0 obj << /Type /3D /OnInstantiate 7 0 R >> endobj\n'] }),
    ],
    ['a script whose name lies between two pieces', pdf({ objects: [betweenPieces()] })],
    ['more objects than can be looked through', pdf({ objects: ['obj<<'.repeat(60_000)] })],
    [
      'an object stream that is broken',
      pdf({ objects: ['7 0 obj << /Type /ObjStm /Filter /FlateDecode >> stream\nxx'] }),
    ],
  ])('with %s is refused', async (_, bytes) => {
    expect(await objectionToPdf(bytes)).not.toBeNull();
  });

  it('that is made to keep the scanner busy does not block the event loop', async () => {
    const hostile = [
      '/aa'.repeat(3_000_000),
      '/F' + ' '.repeat(9_000_000),
      `${'7 0 obj <</First 1/N 1/Filter' + ' '.repeat(15_000) + 'stream\n'}`.repeat(500),
    ];
    for (const objects of hostile) {
      let turns = 0;
      const timer = setInterval(() => (turns += 1), 1);
      await objectionToPdf(pdf({ objects: [objects] }));
      clearInterval(timer);
      expect(turns).toBeGreaterThan(0);
    }
  });
});
