import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { cruise } from 'dependency-cruiser'
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options'
import extractTsConfig from 'dependency-cruiser/config-utl/extract-ts-config'
import { afterAll, expect, test } from 'vitest'

const CACHE = '.cache'
mkdirSync(CACHE, { recursive: true })
const sandbox = mkdtempSync(join(CACHE, 'architecture-'))
afterAll(() => rmSync(sandbox, { recursive: true }))

async function check(baseDir = process.cwd()) {
  const options = await extractOptions('./.config/dependency-cruiser.cjs')
  const tsConfig = extractTsConfig('./tsconfig.json')
  const { output } = await cruise(['src'], { ...options, baseDir }, undefined, { tsConfig })
  if (typeof output === 'string') throw new Error('expected the report as an object')
  return {
    read: output.modules.map(module => module.source),
    violations: output.summary.violations.map(v => `${v.rule.name}: ${v.from} -> ${v.to}`),
  }
}

test('every import is allowed by .config/dependency-cruiser.cjs', async () => {
  const { read, violations } = await check()
  expect(violations).toEqual([])
  // A compiler that the checker cannot load gives no module and no violation: it must have read every file.
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(name => /[.]tsx?$/.test(name))
  expect(files.length).toBeGreaterThan(30)
  expect(read).toEqual(expect.arrayContaining(files.map(name => join('src', name))))
})

test('an import outside the table is found, also of a type, a package or a deep file', async () => {
  const text = {
    'core/route/index.ts': "export { one } from './one.ts'",
    'core/route/one.ts': 'export const one = 1',
    'core/compile/runtime.ts': "import { one } from '../route/index.ts'\nexport const two = one + 1",
    'core/route/type.ts': "import type { two } from '../compile/runtime.ts'\nexport type Two = typeof two",
    'ui/deep.ts': "import { one } from '../core/route/one.ts'\nexport const three = one",
    'scene/package.ts': "import type { Document } from 'yaml'\nexport type D = Document",
    'render/node.ts': "import { readFileSync } from 'node:fs'\nexport const read = readFileSync",
    'utils/stray.ts': "import { one } from '../core/base/one.ts'\nexport const four = one",
    'core/base/one.ts': 'export const one = 1',
  }
  for (const [name, content] of Object.entries(text)) {
    const path = join(sandbox, 'src', name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, content)
  }
  const { violations } = await check(resolve(sandbox))
  const rules = violations.map(line => line.replace(/ -> .*$/, ''))
  expect(rules.sort()).toEqual([
    'area:core/compile: src/core/compile/runtime.ts',
    'area:core/route: src/core/route/type.ts',
    'core-through-the-door-outside: src/ui/deep.ts',
    'core-through-the-door: src/core/route/type.ts',
    'known-area: src/utils/stray.ts',
    'node-only-in-cli: src/render/node.ts',
    'package:node_modules/yaml/: src/scene/package.ts',
  ])
})
