import { parseDuration } from '../../base/duration.ts'
import type { Reader } from '../../resources/index.ts'
import { checkDuration } from './check-duration.ts'
import { checkCorsHeader } from './check-headers.ts'
import { checkStringMatchRegex } from './check-string-match.ts'
import { quote } from './names.ts'
import type { Report } from './report.ts'

const METHODS: ReadonlySet<string> = new Set([
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'CONNECT',
  'OPTIONS',
  'TRACE',
  '*',
])

/** Istio, validateCORSPolicy ([H18]). */
export function checkCors(cors: Reader, report: Report): void {
  if (!cors.isPresent) return
  for (const origin of cors.list('allowOrigins')) {
    const value = origin.string('exact') ?? origin.string('prefix') ?? origin.string('regex') ?? ''
    if (value === '') report.error(origin, "'' is not a valid match type for CORS allow origins")
    else checkStringMatchRegex(origin, 'corsPolicy.allowOrigins', report)
  }
  for (const method of cors.strings('allowMethods')) {
    if (!METHODS.has(method)) report.error(cors.at('allowMethods'), `${quote(method)} is not a supported HTTP method`)
  }
  for (const name of ['allowHeaders', 'exposeHeaders']) {
    for (const header of cors.strings(name)) report.errorIf(cors.at(name), checkCorsHeader(header))
  }
  checkDuration(cors, 'maxAge', report)
  if ((parseDuration(cors.string('maxAge') ?? '') ?? 0) % 1000 > 0) {
    report.error(cors.at('maxAge'), 'max_age duration is accurate only to seconds precision')
  }
}
