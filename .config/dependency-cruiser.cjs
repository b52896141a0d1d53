// The architecture, as data: which area may import which, and who may import a package. src/architecture.test.ts reads it.

const MAY_IMPORT = {
  'core/base': [],
  'core/yaml': ['core/base'],
  'core/resources': ['core/base', 'core/yaml'],
  'core/admission': ['core/base', 'core/resources'],
  'core/assume': ['core/base', 'core/yaml', 'core/resources', 'core/mesh', 'core/route', 'core/simulate'],
  'core/mesh': ['core/base', 'core/resources'],
  'core/envoy': ['core/base'],
  'core/compile': ['core/base', 'core/resources', 'core/mesh', 'core/envoy'],
  'core/route': ['core/base', 'core/envoy'],
  'core/simulate': ['core/base', 'core/envoy', 'core/route'],
  'core/rollout': ['core/base', 'core/resources', 'core/simulate'],
  'core/scenario': [
    'core/base',
    'core/yaml',
    'core/resources',
    'core/mesh',
    'core/route',
    'core/simulate',
    'core/rollout',
  ],
  'core/reach': ['core/base', 'core/assume', 'core/envoy', 'core/route'],
  'core/analyze': [
    'core/base',
    'core/yaml',
    'core/resources',
    'core/admission',
    'core/mesh',
    'core/envoy',
    'core/compile',
    'core/route',
    'core/scenario',
    'core/fidelity',
  ],
  'core/fidelity': ['core/base', 'core/yaml'],
  'core/language': ['core/base', 'core/yaml', 'core/resources', 'core/mesh', 'core/compile'],
  'core/pipeline': ['core'],
  scenarios: ['core/base'],
  share: ['core/base'],
  help: [],
  worker: ['core', 'scene', 'layout'],
  scene: [
    'core/base',
    'core/yaml',
    'core/resources',
    'core/mesh',
    'core/envoy',
    'core/route',
    'core/simulate',
    'core/reach',
    'core/scenario',
    'core/pipeline',
  ],
  layout: ['core/base', 'scene'],
  render: ['core/base', 'scene', 'layout'],
  editor: ['core/base', 'core/analyze', 'core/language', 'core/yaml', 'help'],
  state: ['core', 'scenarios', 'worker', 'scene', 'layout'],
  ui: ['core', 'scene', 'layout', 'render', 'editor', 'state', 'help'],
  app: ['core', 'scenarios', 'share', 'help', 'worker', 'scene', 'layout', 'render', 'editor', 'state', 'ui'],
  cli: ['core', 'scenarios', 'worker', 'scene', 'layout'],
}

const PACKAGES = {
  'node_modules/yaml/': ['core/yaml'],
  'node_modules/re2js/': ['core/route', 'core/admission', 'core/compile', 'core/assume'],
  'node_modules/monaco-': ['editor'],
  'node_modules/react': ['ui', 'app'],
  'node_modules/lucide-react/': ['ui', 'app'],
  'node_modules/@fontsource': ['app'],
  'node_modules/zustand/': ['state', 'ui', 'app'],
  'node_modules/(@types/)?d3': ['layout', 'render', 'ui'],
}

const TESTS = '[.]test[.]tsx?$|/testing/'
const ROOT_FILES = '^src/(main[.]tsx|architecture[.]test[.]ts|vite-env[.]d[.]ts)$'
const DOORS = ['^src/core/base/', '^src/core/[^/]+/index[.]ts$']
const inside = area => `^src/${area}/`

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'Two type files of one stage may name each other; code may not.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-test-code-in-product',
      severity: 'error',
      from: { path: '^src/', pathNot: TESTS },
      to: { path: TESTS },
    },
    {
      name: 'known-area',
      comment: 'A new folder needs a row in MAY_IMPORT.',
      severity: 'error',
      from: { path: '^src/', pathNot: [...Object.keys(MAY_IMPORT).map(inside), ROOT_FILES] },
      to: {},
    },
    {
      name: 'core-through-the-door',
      comment: 'Import a stage by its index.ts.',
      severity: 'error',
      from: { path: '^src/core/([^/]+)/', pathNot: TESTS },
      to: { path: '^src/core/', pathNot: ['^src/core/$1/', ...DOORS] },
    },
    {
      name: 'core-through-the-door-outside',
      comment: 'Import a stage by its index.ts.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/core/', TESTS] },
      to: { path: '^src/core/', pathNot: DOORS },
    },
    {
      name: 'node-only-in-cli',
      comment: 'Everything but the command line runs in a browser.',
      severity: 'error',
      from: { path: '^src/', pathNot: [inside('cli'), TESTS] },
      to: { dependencyTypes: ['core'] },
    },
    ...Object.entries(MAY_IMPORT).map(([area, others]) => ({
      name: `area:${area}`,
      severity: 'error',
      from: { path: inside(area), pathNot: TESTS },
      to: { path: '^src/', pathNot: [area, ...others].map(inside) },
    })),
    ...Object.entries(PACKAGES).map(([path, areas]) => ({
      name: `package:${path}`,
      severity: 'error',
      from: { path: '^src/', pathNot: [...areas.map(inside), TESTS, ROOT_FILES] },
      to: { path },
    })),
  ],
  options: {
    tsPreCompilationDeps: true, // type-only imports count
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'node', 'default'] },
  },
}
