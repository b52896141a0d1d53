import { isHttpStatus } from '../../base/http-status.ts'
import { RETRY_CONDITIONS } from '../../base/retry-conditions.ts'
import type { Reader } from '../../resources/index.ts'
import { checkDuration } from './check-duration.ts'
import { quote } from './names.ts'
import type { Report } from './report.ts'

/** Istio, agent/validation.go, ValidateHTTPRetry ([H23]). */
export function checkRetries(retries: Reader, report: Report): void {
  if (!retries.isPresent) return
  const attempts = retries.number('attempts') ?? 0
  if (attempts < 0) report.error(retries.at('attempts'), 'attempts cannot be negative')
  const retryOn = retries.string('retryOn') ?? ''
  const configured =
    retries.at('perTryTimeout').isPresent || retryOn !== '' || retries.at('retryRemoteLocalities').isPresent
  if (attempts === 0 && configured) {
    report.error(retries, 'http retry policy configured when attempts are set to 0 (disabled)')
  }
  checkDuration(retries, 'perTryTimeout', report)
  for (const policy of retryOn === '' ? [] : retryOn.split(',')) {
    const known = RETRY_CONDITIONS.has(policy) || (/^[+-]?\d+$/.test(policy) && isHttpStatus(Number(policy)))
    if (!known) report.error(retries.at('retryOn'), `${quote(policy)} is not a valid retryOn policy`)
  }
  checkDuration(retries, 'backoff', report)
}
