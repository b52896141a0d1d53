import { join } from 'node:path'
import hooks from 'eslint-plugin-react-hooks'
import { defineConfig, globalIgnores } from 'eslint/config'
import ts from 'typescript-eslint'
import { house } from './lint-rules.js'

const AS_A_PARAMETER = 'Take it as a parameter: this area has no clock, no dice and no console.'
const IMPURE_GLOBALS = [
  'Date',
  'performance',
  'console',
  'crypto',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'clearTimeout',
  'clearInterval',
  'queueMicrotask',
  'requestAnimationFrame',
  'cancelAnimationFrame',
  'requestIdleCallback',
]
const SOURCES = ['**/*.{ts,tsx}']
const TESTS = ['src/**/*.test.{ts,tsx}', 'src/**/testing/**']
const CONFIG_FILES = ['vite.config.ts', '.config/**', 'e2e/playwright.config.ts']

export default defineConfig(
  globalIgnores(['dist', 'dist-e2e', 'node_modules', '.cache', 'test-results', 'playwright-report', 'public']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    plugins: { house },
    rules: { 'house/reason-for-disable': 'error', eqeqeq: ['error', 'always', { null: 'ignore' }] },
  },
  {
    files: SOURCES,
    extends: [ts.configs.strictTypeChecked, ts.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { project: './tsconfig.json', tsconfigRootDir: join(import.meta.dirname, '..') },
    },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      // Upstream's messages say "not set" by the empty value: `name || 'default'` is what is meant.
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true, number: true } }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      'no-restricted-syntax': [
        'error',
        { selector: 'TSEnumDeclaration', message: 'Use a union of string literals.' },
        { selector: 'ExportDefaultDeclaration', message: 'Use a named export.' },
        { selector: 'ExportSpecifier[exported.name="default"]', message: 'Use a named export.' },
        { selector: 'ImportSpecifier[importKind="type"]', message: 'Write a separate `import type`.' },
      ],
    },
  },
  { files: ['src/{ui,app}/**/*.{ts,tsx}', 'src/main.tsx'], extends: [hooks.configs.flat['recommended-latest']] },
  {
    files: ['src/{core,scene,layout}/**/*.ts'],
    ignores: TESTS,
    rules: {
      'no-restricted-globals': [
        'error',
        { globals: IMPURE_GLOBALS.map(name => ({ name, message: AS_A_PARAMETER })), checkGlobalObject: true },
      ],
      'no-restricted-properties': ['error', { object: 'Math', property: 'random', message: AS_A_PARAMETER }],
    },
  },
  {
    // Tests read recorded JSON and index into tables they have just written.
    files: [...TESTS, 'e2e/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
    },
  },
  { files: CONFIG_FILES, rules: { 'no-restricted-syntax': 'off' } },
)
