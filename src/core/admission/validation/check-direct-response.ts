import type { Reader } from '../../resources/index.ts'
import { checkHttpStatus } from './http-status.ts'
import type { Report } from './report.ts'

/** Istio, validateHTTPDirectResponse ([H22], [H32]). */
export function checkDirectResponse(response: Reader, report: Report): void {
  if (!response.isPresent) return
  const body = response.at('body')
  const bytes = body.string('bytes')
  const size = bytes === undefined ? (body.string('string') ?? '').length : (bytes.length * 3) / 4
  const large = 'large direct_responses may impact control plane performance'
  if (size > 1024 * 1024) report.error(body, `${large}, must be less than 1MB`)
  else if (size > 100 * 1024) report.warning(body, large)
  report.errorIf(response.at('status'), checkHttpStatus(response.number('status') ?? 0))
}
