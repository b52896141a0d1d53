import { join } from 'node:path'
import { readFamilies, readText } from './conform/read-corpus.ts'
import { createOverlay } from './conform/overlay.ts'
import { countResults, describeCase } from './conform/report.ts'
import { runCase } from './conform/run-case.ts'
import { runDiagnostics } from './diagnostics/run-diagnostics.ts'
import { runDynamics } from './dynamics/run-dynamics.ts'
import { UsageError } from './options.ts'
import type { Options } from './options.ts'
import { runCommand } from './run-command.ts'

const USAGE = `Usage: npm run conform -- --world FILE --cases FILE|DIR --expected FILE|DIR [--only NAME] [--verbose]
       npm run conform -- --dynamics DIR [--world FILE] [--only NAME] [--verbose]
       npm run conform -- --diagnostics DIR [--world FILE] [--only NAME] [--verbose]

Runs the requests of recorded cases through the engine and prints where it disagrees.

  --world     the documents that every case starts from
  --cases     a file of cases, or a directory of such files
  --expected  the recordings: a file, or a directory with files of the same names
  --only      one case (or one family) alone
  --dynamics  a directory with cases that take time, cases.yaml, and their recordings, expected.json; they start from
              ../world.yaml unless --world says otherwise, and are counted as cases
  --diagnostics  a directory with configs, cases/FAMILY.yaml, and what istioctl analyze says of them, expected/FAMILY.json;
              they are laid over its world.yaml, where there is one, unless --world says otherwise, and are counted as
              cases
  --verbose   name the requests (or cases) that agree, too
`

function main(options: Options): number {
  if (options.rest.length > 0) throw new UsageError(`${options.rest[0] ?? ''} is one argument too many`)
  if (options.has('--dynamics')) return overTime(options)
  if (options.has('--diagnostics')) return diagnostics(options)
  const overlay = createOverlay(readText(options.required('--world')))
  const only = options.get('--only')
  let passed = 0
  let failed = 0
  for (const family of readFamilies(options.required('--cases'), options.required('--expected'))) {
    const cases = family.cases.filter(({ name }) => only === undefined || only === name || only === family.name)
    const results = cases.map(one => runCase(one, family.expected[one.name], overlay(one.config)))
    for (const result of results) {
      for (const line of describeCase(family.name, result, options.has('--verbose'))) process.stdout.write(`${line}\n`)
    }
    const count = countResults(results)
    if (cases.length > 0) {
      process.stdout.write(`${family.name}: ${String(count.passed)} passed, ${String(count.failed)} failed\n`)
    }
    passed += count.passed
    failed += count.failed
  }
  return conclude(passed, failed)
}

function overTime(options: Options): number {
  const folder = options.required('--dynamics')
  const { passed, failed } = runDynamics(
    {
      folder,
      world: options.get('--world') ?? join(folder, '..', 'world.yaml'),
      only: options.get('--only'),
      verbose: options.has('--verbose'),
    },
    line => process.stdout.write(`${line}\n`),
  )
  return conclude(passed, failed)
}

function diagnostics(options: Options): number {
  const { passed, failed } = runDiagnostics(
    {
      folder: options.required('--diagnostics'),
      world: options.get('--world'),
      only: options.get('--only'),
      verbose: options.has('--verbose'),
    },
    line => process.stdout.write(`${line}\n`),
  )
  return conclude(passed, failed)
}

function conclude(passed: number, failed: number): number {
  if (passed + failed === 0) throw new UsageError('no case to run: --only names none of them')
  process.stdout.write(`${String(passed)} passed, ${String(failed)} failed\n`)
  return failed > 0 ? 1 : 0
}

runCommand(
  USAGE,
  {
    '--world': 'value',
    '--cases': 'value',
    '--expected': 'value',
    '--dynamics': 'value',
    '--diagnostics': 'value',
    '--only': 'value',
    '--verbose': 'flag',
  },
  options => {
    process.exitCode = main(options)
  },
)
