import typescriptParser from '@typescript-eslint/parser';
import prettier from 'eslint-config-prettier';
import vue from 'eslint-plugin-vue';
import vueAccessibility from 'eslint-plugin-vuejs-accessibility';
import { defineConfig } from 'eslint/config';

/** Templates only. Scripts, those of components too, are checked by oxlint, which needs a tenth of the time: see .oxlintrc.json. */
export default defineConfig(
  // What is wrong is put right, not silenced.
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },

  ...vue.configs['flat/recommended'],
  ...vueAccessibility.configs['flat/recommended'],
  {
    files: ['**/*.vue'],
    languageOptions: { parserOptions: { parser: typescriptParser } },
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
  prettier,
);
