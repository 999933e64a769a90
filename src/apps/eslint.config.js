import { readdirSync } from 'node:fs';
import js from '@eslint/js';
import globals from 'globals';
import hooks from 'eslint-plugin-react-hooks';
import ts from 'typescript-eslint';

const apps = ['board', 'phone', 'patient'];

/** Features of the board: one folder each under board/features, none of which knows another. */
const features = readdirSync(new URL('./board/features', import.meta.url), { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .map(entry => entry.name);

const forbid = (files, group, message) => ({
  files: [files],
  rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns: [{ group, message }] }] },
});

export default ts.config(
  { ignores: ['dist', 'node_modules', 'contract/generated.ts'] },
  js.configs.recommended,
  ...ts.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    plugins: { 'react-hooks': hooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // A type parameter that names what comes over the wire is worth having even where it occurs once.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true, ignoreVoidOperator: true }],
    },
  },
  ...apps.map(app =>
    forbid(`${app}/**`, apps.filter(other => other !== app).map(other => `**/${other}/**`), 'Apps share through contract/, map/ and shared/ only.')),
  ...['contract', 'shared', 'map'].map(room =>
    forbid(`${room}/**`, apps.map(app => `../${app}/**`), 'What is shared knows no app.')),
  ...features.map(feature =>
    forbid(
      `board/features/${feature}/**`,
      [...features.filter(other => other !== feature).map(other => `**/${other}/**`), '**/phone/**', '**/patient/**'],
      'Features do not know each other: share through board/store, board/parts or shared/.')),
  { files: ['**/*.js'], ...ts.configs.disableTypeChecked },
  { files: ['**/*.js'], languageOptions: { globals: globals.node } },
);
