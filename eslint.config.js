// @ts-check
import eslint from '@eslint/js';
import prettier from 'eslint-config-prettier';
import astro from 'eslint-plugin-astro';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/**
 * The rooms of src/ and the rooms that each may import from. A room not named in a list is closed to
 * it: dependencies run in one direction. See the map in README.
 *
 * @type {Record<string, string[]>}
 */
const doors = {
  schemas: [],
  diagnostics: [],
  i18n: [],
  renditions: [],
  citations: ['diagnostics', 'schemas'],
  markdown: ['schemas', 'diagnostics', 'renditions', 'citations', 'search'],
  mdx: ['diagnostics', 'markdown'],
  notebooks: ['diagnostics', 'renditions', 'markdown'],
  loader: ['schemas', 'diagnostics', 'renditions', 'citations', 'markdown', 'mdx', 'notebooks'],
  authoring: ['diagnostics', 'loader', 'markdown', 'notebooks', 'schemas', 'search-index'],
  manual: ['diagnostics', 'loader', 'schemas'],
  models: [],
  figures: ['models', 'i18n'],
  metadata: ['schemas'],
  articles: ['schemas', 'citations', 'metadata'],
  search: [],
  'search-index': ['schemas', 'renditions', 'markdown', 'loader', 'search'],
  fonts: ['renditions', 'loader'],
  'social-images': ['renditions', 'articles', 'metadata', 'i18n'],
  headers: [],
  publishing: ['headers', 'i18n'],
  offline: [],
  exports: ['diagnostics', 'feeds', 'i18n', 'publishing', 'social-images'],
  build: [
    ...['diagnostics', 'fonts', 'headers', 'loader', 'mdx', 'offline', 'publishing', 'renditions'],
    ...['schemas', 'search-index', 'social-images'],
  ],
  dev: ['build', 'diagnostics', 'mdx', 'renditions', 'loader', 'social-images'],
  feeds: ['articles', 'renditions', 'figures', 'i18n', 'mdx'],
  components: ['articles', 'metadata', 'i18n'],
  layouts: ['articles', 'components', 'figures', 'metadata', 'i18n', 'social-images'],
  pages: [
    ...['articles', 'components', 'layouts', 'feeds', 'figures', 'mdx', 'metadata', 'i18n'],
    'social-images',
  ],
  // The dev overlay takes one type from the side that sends to it.
  client: ['dev', 'search', 'i18n', 'offline'],
};

/** Rooms that run in a browser or inside a page: no module of Node. */
const withoutNode = [
  'models',
  'figures',
  'search',
  'schemas',
  'diagnostics',
  'i18n',
  'metadata',
  'articles',
  'components',
  'layouts',
  'pages',
  'client',
  'offline',
];

const rooms = Object.keys(doors);

/** @type {import('eslint').Linter.Config[]} */
const directionRules = rooms.map((room) => {
  const closed = rooms.filter((other) => other !== room && !doors[room]?.includes(other));
  return {
    files: [`src/${room}/**/*.{ts,tsx,astro}`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              // KaTeX keeps its faces in a folder named like one of ours.
              group: [...closed.map((other) => `**/${other}/*`), '!katex/dist/**'],
              message: `src/${room}/ may import only from: ${doors[room]?.join(', ') || 'itself'}.`,
            },
            ...(withoutNode.includes(room)
              ? [{ group: ['node:*'], message: `src/${room}/ does not run in Node alone.` }]
              : []),
            ...(['articles', 'feeds', 'pages'].includes(room)
              ? []
              : [{ group: ['astro:content'], message: 'Articles come from src/articles/query.ts.' }]),
          ],
        },
      ],
    },
  };
});

export default defineConfig(
  { ignores: ['dist/', '.astro/', 'tests/**/fixtures/', 'tests/**/*.actual.html'] },
  eslint.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  ...astro.configs.recommended,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['*.js', '*.mjs'] },
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.astro'],
      },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_', argsIgnorePattern: '^_' }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreVoidOperator: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/explicit-module-boundary-types': 'off',
      // Code points are what we count and cut.
      '@typescript-eslint/no-misused-spread': 'off',
      // An empty string is as good as a missing one in many of our texts.
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
    },
  },
  ...directionRules,
  {
    // Astro's template types are not visible to the type-aware rules.
    files: ['**/*.astro'],
    extends: [tseslint.configs.disableTypeChecked],
  },
  { files: ['**/*.{js,mjs}'], extends: [tseslint.configs.disableTypeChecked] },
  prettier,
);
