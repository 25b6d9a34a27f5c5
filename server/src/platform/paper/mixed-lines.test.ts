import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { bothNames } from './both-names.ts';
import { clustersOf, isPlain } from './faces.ts';
import { Paper } from './paper.ts';
import { printable } from './printable.ts';
import { visualRuns } from './visual-runs.ts';

const createdAt = new Date(0);

async function pageWith(text: string): Promise<{ pdf: Buffer; content: string; height: number }> {
  const paper = new Paper('A4', { title: 't', author: 'a', subject: 's', locale: 'en', createdAt });
  paper.addPage();
  let height = 0;
  paper.tag('P', () => (height = paper.text(text, 40, 40, 300, { size: 12 })));
  const pdf = await paper.finish();
  const start = pdf.indexOf('stream\n') + 7;
  const content = inflateSync(pdf.subarray(start, pdf.indexOf('\nendstream', start))).toString('latin1');
  return { pdf, content, height };
}

describe('text in other scripts', () => {
  it.each([
    ['李伟 Li Wei', ['NotoSansSC']],
    ['مۇھەممەت ئەلى', ['NotoSansArabic']],
    ['བཀྲ་ཤིས', ['NotoSerifTibetan']],
    ['สมชาย ใจดี', ['NotoSansThai']],
    ['आदित्य', ['NotoSansDevanagari']],
    ['יוסף', ['NotoSansHebrew']],
    ['김민수', ['NanumGothic']],
    ['Владимир', ['NotoSans-']],
    ['Γεώργιος', ['NotoSans-']],
    ['Łukasz', ['NotoSans-']],
    ['𠮷田', ['NotoSansJP', 'NotoSansSC']],
    ['😀', ['NotoEmoji']],
  ])('has a glyph for each character of %s', async (text, fonts) => {
    const { pdf, content } = await pageWith(text);
    for (const font of fonts) expect(pdf.toString('latin1')).toContain(`+${font}`);
    expect(content).not.toMatch(/<(?:.{4})*0000/);
  });

  it('prints the same bytes each time, whatever was printed between', async () => {
    const name = 'مۇھەممەت (Muhemmet) སངས';
    const { pdf } = await pageWith(name);
    await pageWith('ئەلى རྒྱལ');
    expect((await pageWith(name)).pdf.equals(pdf)).toBe(true);
  });

  it('orders words from right to left, and keeps a Latin name after it', () => {
    const texts = (line: string) => visualRuns(line).map(({ text }) => text);
    expect(texts('أحمد محمد (Ahmad)')).toEqual(['محمد', ' ', 'أحمد', ' (Ahmad)']);
    expect(texts('يوسف (ب)').join('')).toBe('(ب) يوسف');
    expect(texts('No. 12 יוסף')).toEqual(['No. 12 ', 'יוסף']);
  });

  it('spells out the number of a character that no font has, instead of an empty box', () => {
    expect(
      clustersOf('李\u{2a6a5}')
        .map(({ text }) => text)
        .join(''),
    ).toBe('李[U+2A6A5]');
  });

  it('survives marks over letters of another script, which the font program cannot place', async () => {
    await expect(pageWith('ה\u0653')).resolves.toBeDefined();
  });

  it('grows the line for tall letters only', async () => {
    const plain = (await pageWith('李伟')).height;
    expect((await pageWith('김민수')).height).toBeCloseTo(plain, 5);
    expect((await pageWith('རྒྱུ')).height).toBeGreaterThan(plain);
  });

  it('leaves ordinary text to the first font', () => {
    expect(['β-blocker 5 µg', '乌镇 é', 'Müller'].map(isPlain)).toEqual([true, true, true]);
    expect(['Щука', 'Łódź', 'יוסף'].map(isPlain)).toEqual([false, false, false]);
  });
});

describe('printable text', () => {
  it('has no hidden character, and keeps the joiners that a script needs', () => {
    expect(printable('Li\u202eieW\u00ad')).toBe('Li ieW ');
    expect(printable('\u3164\u2800')).toBe(' ');
    expect(printable('می\u200cخواهم')).toBe('می\u200cخواهم');
    expect(printable('a\u200db')).toBe('a b');
  });

  it('leaves the space that joins a number with its unit', () => {
    expect(printable('4\u00a0tablets, 2\u2009mg')).toBe('4\u00a0tablets, 2 mg');
  });
});

describe('both names', () => {
  it('stand side by side where they differ', () => {
    expect(bothNames('李伟', 'Li Wei')).toBe('李伟 (Li Wei)');
    expect(bothNames('李伟', '')).toBe('李伟');
    expect(bothNames('Li Wei', 'LI WEI')).toBe('Li Wei');
  });
});
