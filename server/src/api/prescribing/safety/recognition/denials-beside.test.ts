import { expect, it } from 'vitest';
import { loadCuratedFormulary } from '../../../catalogues/index.ts';
import { loadKnowledgeBase } from '../knowledge/knowledge-base.ts';
import { allergyTo, taking } from '../testing/safety-case.ts';
import { resolveAllergy } from './resolve-allergies.ts';
import { resolveActive } from './resolve-medicines.ts';

/** Names and unread parts of an allergy: what is in neither was dropped. */
function ofAllergy(text: string): string {
  const found = resolveAllergy(allergyTo(text), loadCuratedFormulary(), loadKnowledgeBase());
  const named = [...(found?.ingredients ?? []), ...(found?.classes ?? [])].map(({ id }) => id);
  return [...named, ...(found?.unknownParts ?? [])].join(' ');
}

function ofMedicine(text: string): string {
  const { known, unresolved } = resolveActive([taking(text)], loadCuratedFormulary());
  const named = known.flatMap(({ ingredients }) => ingredients.map(({ id }) => id));
  return [...named, ...unresolved.map(({ part }) => part)].join(' ');
}

/** What is denied, what is stated, and how the two are joined. */
const grids: readonly {
  readonly title: string;
  readonly read: (text: string) => string;
  readonly denied: readonly string[];
  readonly stated: readonly string[];
  readonly joints: readonly string[];
  readonly kept: RegExp;
}[] = [
  {
    title: 'an allergy in English',
    read: ofAllergy,
    denied: ['no penicillin allergy', 'not allergic to penicillin', 'penicillin is fine', 'no reaction to penicillin'],
    stated: ['sulfa allergy', 'allergic to sulfa', 'sulfa gave me hives', "can't take sulfa"],
    joints: [' ', ', ', '. ', ' but ', ' and ', ' / ', '\n'],
    kept: /sulf/,
  },
  {
    title: 'an allergy in Chinese',
    read: ofAllergy,
    denied: ['青霉素不过敏', '没有青霉素过敏', '青霉素没事', '青霉素皮试阴性', '无青霉素过敏史'],
    stated: ['磺胺过敏', '对磺胺过敏', '吃磺胺起疹子', '磺胺皮试阳性'],
    joints: ['', ' ', '，', '。', '、', '但', '\n'],
    kept: /sulf|磺胺/,
  },
  {
    title: 'a medicine in English',
    read: ofMedicine,
    denied: ['not taking warfarin', 'no warfarin', "don't take warfarin", 'never taken warfarin'],
    stated: ['taking aspirin', 'on aspirin', 'I take aspirin', 'aspirin daily', 'just aspirin'],
    joints: [' ', ', ', '. ', ' but ', ' and ', ' / ', '\n'],
    kept: /aspirin/,
  },
  {
    title: 'a medicine in Chinese',
    read: ofMedicine,
    denied: ['不吃华法林', '没有服用华法林', '否认服用华法林', '从未用过华法林'],
    stated: ['吃阿司匹林', '在吃阿司匹林', '服用阿司匹林', '阿司匹林每天一片'],
    joints: [' ', '，', '。', '、', '但', '\n'],
    kept: /aspirin|阿司匹林/,
  },
];

it.each(grids)('$title is never dropped beside a denial, whichever comes first', (grid) => {
  const texts = grid.denied.flatMap((denied) =>
    grid.stated.flatMap((stated) => grid.joints.flatMap((joint) => [denied + joint + stated, stated + joint + denied])),
  );
  expect(texts.filter((text) => !grid.kept.test(grid.read(text)))).toEqual([]);
});
