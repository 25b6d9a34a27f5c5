import { describe, expect, it } from 'vitest';
import { templates } from './index.ts';
import type { Template } from './template.ts';
import { fillIn, defaultWording } from './wording.ts';
import type { WordingPart } from '@yunzhen/shared/notifications/message-words';

const parts: WordingPart[] = ['title', 'body', 'subject', 'mail', 'sms'];
const all = Object.entries(templates as Record<string, Template>);

/** Terms that reveal health on a locked phone or in unencrypted mail. */
const clinical =
  /prescri|medic|diagnos|symptom|pharma|doctor|department|drug|illness|record|处方|药|诊断|症状|科室|病历|医生|医师/i;

describe('message templates', () => {
  it.each(all)('%s names only its own facts, the same in both languages', (_name, template) => {
    for (const part of parts) {
      const words = defaultWording(template, part);
      if (!words) continue;
      const named = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort();
      expect(named(words.zh)).toEqual(named(words.en));
      const known = [...Object.keys(template.facts), 'hospital', ...(part === 'mail' ? ['link'] : [])];
      expect(named(words.en).filter((name) => !known.includes(name))).toEqual([]);
      expect(words.en.trim() && words.zh.trim()).not.toBe('');
    }
  });

  it.each(all)('%s reveals nothing about health outside the inbox', (_name, template) => {
    for (const part of ['subject', 'mail', 'sms'] as const) {
      const words = defaultWording(template, part);
      if (!words) continue;
      expect(words.en.replaceAll(/\{\w+\}/g, '')).not.toMatch(clinical);
      expect(words.zh.replaceAll(/\{\w+\}/g, '')).not.toMatch(clinical);
      const people = Object.entries(template.facts).filter(([, kind]) => kind === 'person' || kind === 'localized');
      for (const [name] of people) expect(words.en + words.zh).not.toContain(`{${name}}`);
    }
  });

  it.each(all.filter(([, { push }]) => push))('%s shows only public facts on a locked device', (_name, template) => {
    const { en, zh } = template.push ?? { en: '', zh: '' };
    const named = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort();
    expect(named(zh)).toEqual(named(en));
    expect(named(en).filter((name) => template.facts[name] !== 'instant')).toEqual([]);
    expect(en.replaceAll(/\{\w+\}/g, '')).not.toMatch(clinical);
    expect(zh.replaceAll(/\{\w+\}/g, '')).not.toMatch(clinical);
  });

  it.each(all)('%s is delayed only up to an instant among its facts', (_name, { facts, neededBefore }) => {
    if (neededBefore !== undefined) expect(facts[neededBefore]).toBe('instant');
  });
});

describe('filling in a template', () => {
  const reader = { locale: 'zh-CN', timeZone: 'Asia/Shanghai' } as const;
  it('writes names in the language’s order and times in the hospital’s time zone', () => {
    const kinds = { who: 'person', at: 'instant', day: 'day' } as const;
    const facts = { who: { name: '王芳', nameLatin: 'Wang Fang' }, at: '2026-12-31T16:30:00Z', day: '2027-01-02' };
    const words = '{who} {at} {day}';
    expect(fillIn(words, kinds, facts, reader)).toBe('王芳 2027年1月1日周五 00:30 2027年1月2日周六');
    expect(fillIn(words, kinds, facts, { ...reader, locale: 'en' })).toBe(
      'Wang Fang Fri, 1 Jan 2027, 00:30 Sat, 2 Jan 2027',
    );
  });
  it('leaves missing facts empty, and replaces nothing twice', () => {
    const kinds = { a: 'text', b: 'text' } as const;
    expect(fillIn('[{a}] [{b}] [{constructor}]', kinds, { a: '{b}' }, reader)).toBe('[{b}] [] []');
  });

  it('puts a space between a name in Latin letters and the Chinese characters beside it', () => {
    const say = (name: string) =>
      fillIn('由{doctor}接诊，{doctor}。', { doctor: 'person' }, { doctor: { name, nameLatin: '' } }, reader);
    expect(say('Clara Brunner')).toBe('由 Clara Brunner 接诊，Clara Brunner。');
    expect(say('王芳')).toBe('由王芳接诊，王芳。');
  });
});
