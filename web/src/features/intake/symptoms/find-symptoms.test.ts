import { describe, expect, it } from 'vitest';
import { findSymptoms } from './find-symptoms.ts';
import { symptomSources } from './symptom-sources.ts';
import { symptoms } from './symptoms.ts';

const first = (query: string) => findSymptoms(query)[0]?.name.en;

describe('Symptoms for a search', () => {
  it('are found in English, Chinese, pinyin and its initials', () => {
    for (const query of ['cough', 'Coughing', '咳嗽', 'kesou', 'ks', '一直咳嗽'])
      expect(first(query), query).toBe('Cough');
    for (const query of ['blood pressure', '血压', 'gxy', 'GaoXueYa'])
      expect(first(query), query).toBe('High blood pressure');
    for (const query of ['chest pain', '胸痛', '胸闷', 'xiongtong', 'xiongmen'])
      expect(first(query), query).toBe('Chest pain');
  });

  it('are not found by a few letters within a word', () => {
    expect(findSymptoms('flu').flatMap(({ words }) => words)).not.toContain('reflux');
    expect(first('blood')).toBeDefined();
    expect(first('xueya')).toBe('High blood pressure');
  });

  it('tolerate one typo, and no more', () => {
    for (const query of ['coguh', 'cuogh', 'couhg', 'migrane', 'diarhea'])
      expect(findSymptoms(query), query).not.toEqual([]);
    expect(findSymptoms('cxxgh')).toEqual([]);
  });

  it('are empty for an empty search', () => {
    for (const query of ['', '  ', 'zzzz']) expect(findSymptoms(query)).toEqual([]);
  });

  it('have departments and a source each', () => {
    expect(Object.keys(symptomSources)).toEqual(symptoms.map(({ name }) => name.en));
    for (const { name, departments, words } of symptoms) {
      expect(departments.at(-1) === 'general-practice').toBe(true);
      expect(symptomSources[name.en]?.source).toMatch(/^NHS: ./);
      expect(words.every((word) => word === word.toLowerCase())).toBe(true);
    }
  });
});
