import { h } from 'vue';
import IconUser from '~icons/lucide/user';
import { oneSize } from '../testing/stories.ts';
import UiAvatar from './avatar.vue';

export default { title: 'kit/avatar', component: UiAvatar };

const sizes = ['sm', 'md', 'xl', '3xl'] as const;

export const States = oneSize({
  picture: () => sizes.map((size) => h(UiAvatar, { src: '/favicon.svg', size })),
  icon: () => sizes.map((size) => h(UiAvatar, { icon: IconUser, size })),
  letters: () => sizes.map((size) => h(UiAvatar, { text: '李', size })),
  empty: () => h(UiAvatar),
});
