import { h } from 'vue';
import { oneSize } from '../testing/stories.ts';
import ContactAddress from './contact-address.vue';
import PersonName from './person-name.vue';

export default { title: 'people' };

export const Name = oneSize({
  'one script': () => h(PersonName, { name: 'Rana Ito' }),
  'both scripts': () => h(PersonName, { name: '李伟', latin: 'Li Wei', both: true }),
});

export const Address = oneSize({
  phone: () => h(ContactAddress, { address: '+86 138 0000 0000' }),
  'long mail': () =>
    h('div', { class: 'w-40' }, h(ContactAddress, { address: 'bartholomew.featherstonehaugh@records.example.org' })),
});
