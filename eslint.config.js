import prettier from 'eslint-config-prettier';
import vue from 'eslint-plugin-vue';
import vueAccessibility from 'eslint-plugin-vuejs-accessibility';
import tseslint from 'typescript-eslint';

const noSleep = 'wait for the event or move the clock: a test that sleeps is slow and still fails by chance';
const sleep = { name: 'node:timers/promises', message: noSleep };
const nobodyLeaves = 'support/test.ts gives the `test` after which everybody leaves';

const packedLiteral = {
  selector: ':matches(SpreadElement > ArrayExpression, ObjectExpression > SpreadElement > ObjectExpression)',
  message: 'write the members themselves: a spread literal only packs lines',
};

/** Rules that need types (promises, exhaustive switches) are checked by oxlint, which needs a fifth of the time: see .oxlintrc.json. */
export default tseslint.config(
  { ignores: ['**/dist/', '**/node_modules/', '.data/', 'coverage/', 'web/*.d.ts', 'test/architecture/fixtures/'] },
  // What is wrong is put right, not silenced.
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },

  ...tseslint.configs.strict,
  ...vue.configs['flat/recommended'],
  ...vueAccessibility.configs['flat/recommended'],
  {
    rules: {
      eqeqeq: 'error',
      'no-restricted-syntax': ['error', packedLiteral],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'oxlint-disable', 'eslint-disable'] }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/no-extraneous-class': 'off',
    },
  },
  {
    files: ['{shared,server,web}/src/**'],
    rules: { 'no-console': 'error' },
  },
  {
    files: ['**/*.cjs'],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    // A look again that a newer one replaces, or that the line cuts off, is no failure of what was done before it.
    files: ['web/src/**'],
    ignores: ['web/src/core/realtime/refresh-queries.ts'],
    rules: {
      'no-restricted-properties': ['error', { property: 'invalidateQueries', message: 'use useQueryRefresh()' }],
    },
  },
  {
    files: ['**/*.vue'],
    languageOptions: { parserOptions: { parser: tseslint.parser } },
    rules: {
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/define-emits-declaration': ['error', 'type-based'],
      'vue/define-props-declaration': ['error', 'type-based'],
      'vue/multi-word-component-names': 'off',
      // Every word that a person reads comes from the messages, in both languages.
      'vue/no-bare-strings-in-template': 'error',
      'vue/no-v-html': 'error',
      'vue/require-default-prop': 'off',
      // A field that a person has just asked for takes the focus; the rule can't tell it from one that steals it.
      'vuejs-accessibility/no-autofocus': 'off',
    },
  },
  {
    // The field that the label is for stands in a slot or beside it, where the rule does not look.
    files: ['web/src/ui/kit/{form-field,switch}.vue'],
    rules: { 'vuejs-accessibility/label-has-for': 'off' },
  },
  {
    files: ['test/**', '**/*.test.ts'],
    rules: {
      'no-restricted-imports': ['error', { paths: [sleep] }],
      'no-restricted-syntax': [
        'error',
        packedLiteral,
        { selector: 'CallExpression[callee.property.name="waitForTimeout"]', message: noSleep },
        {
          selector: 'MemberExpression[property.name="only"][object.name=/^(it|test|describe)$/]',
          message: 'run all of them',
        },
      ],
    },
  },
  {
    files: ['test/e2e/*.e2e.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { paths: [sleep, { name: '@playwright/test', importNames: ['test'], message: nobodyLeaves }] },
      ],
    },
  },
  {
    // A bench loads for a while and watches for a while: time is what it measures.
    files: ['test/bench/**'],
    rules: { 'no-restricted-imports': 'off' },
  },
  prettier,
);
