import { expect, it } from 'vitest';
import { messageNames } from '@yunzhen/shared/notifications/message-names';
import { freeTemplates } from './message-rules.ts';

it('every message whose text a hospital may change has a name in words, and no other', () => {
  expect(Object.keys(messageNames).toSorted()).toEqual(freeTemplates);
});
