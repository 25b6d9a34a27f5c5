/** Texts of the errors about what the administrator and the operator keep. */
export default {
  'staff.last-administrator': {
    title: 'This is the last administrator',
    text: 'Nothing was changed. Give somebody else the role first, then try again.',
  },
  'staff.roles-refused': {
    title: 'These roles do not go together',
    text: 'Nothing was changed. Whoever practises opens charts, and whoever administers must not; and nobody reviews their own prescriptions.',
  },
  'staff.practitioner-missing': {
    title: 'The licence is missing',
    text: 'Nothing was changed. Who practises needs a title, a licence number and the day until which the licence holds.',
  },
  'department.in-use': {
    title: 'This department is in use',
    text: 'Nothing was removed: visits or people belong to it. Close it instead, then it is offered to nobody.',
  },
  'price.in-force': {
    title: 'This price list has begun',
    text: 'Nothing was changed: what visits cost then is on record. Publish a new list instead.',
  },
  'consent.incomplete': {
    title: 'A language is missing',
    text: 'Nothing was published. Heading and text are needed in English and in Chinese.',
  },
  'brand.colour-refused': {
    title: 'This colour can’t be read',
    text: 'Nothing was published. The nearest colour that can be read is {nearest}.',
  },
};
