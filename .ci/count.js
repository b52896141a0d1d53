// Adds up what the unit tests and the browser tests wrote and ends with one line: `N passed, N failed`.
// A report that is missing, empty, or holds anything but passed tests (also a skipped one) makes the run fail.
// `--unfinished`: an earlier stage failed.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'

const REPORTS = [
  { name: 'unit', file: 'test-results/unit.json', count: countVitest },
  { name: 'end-to-end', file: 'test-results/e2e.json', count: countPlaywright },
]

/** Suites that could not be loaded have no tests of their own: each counts as one failure. */
function countVitest(report) {
  const broken = report.testResults.filter(file => file.status === 'failed' && file.assertionResults.length === 0)
  const skipped = report.numPendingTests + report.numTodoTests
  return { passed: report.numPassedTests, failed: report.numFailedTests + skipped + broken.length, ok: report.success }
}

function countPlaywright({ stats, errors }) {
  const failed = stats.unexpected + stats.flaky + stats.skipped + errors.length
  return { passed: stats.expected, failed, ok: failed === 0 }
}

let passed = 0
let failed = 0
let ok = !process.argv.includes('--unfinished')
for (const { name, file, count } of REPORTS) {
  try {
    const result = count(JSON.parse(readFileSync(file, 'utf8')))
    passed += result.passed
    failed += result.failed
    if (result.passed + result.failed === 0) throw new Error('it ran no test')
    if (!result.ok || result.failed > 0) ok = false
  } catch (error) {
    ok = false
    console.error(`${name}: no usable report in ${file}: ${error instanceof Error ? error.message : String(error)}`)
  }
}
// A run that did not finish has failed, even if no single test says so.
if (!ok && failed === 0) failed = 1
mkdirSync('test-results', { recursive: true })
writeFileSync('test-results/counted', '') // one closing line a run: .ci/run looks here
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = ok ? 0 : 1
