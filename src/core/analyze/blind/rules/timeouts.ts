import type { BlindFinding, BlindRule } from '../blind-rule.ts'

/** Conditions by which a try that took too long is tried again [C51][C55]. */
const AFTER_TIMEOUT = ['5xx', 'gateway-error', 'reset']

/** Tries and delays beside the timeout of their rule [C34][C54]. */
export const checkTimeouts: BlindRule = ({ cluster }) =>
  cluster.items('VirtualService').flatMap(about =>
    about.spec.list('http').flatMap((rule): readonly BlindFinding[] => {
      const timeoutMs = rule.durationMs('timeout') ?? 0
      if (timeoutMs <= 0) return []
      const timeout = rule.string('timeout') ?? ''
      const findings: BlindFinding[] = []
      const retries = rule.at('retries')
      const tryMs = retries.durationMs('perTryTimeout') ?? 0
      const tries = (retries.number('attempts') ?? 0) + 1
      if (tries > 1 && tryMs > 0) {
        const isTriedAgain =
          retries
            .string('retryOn')
            ?.split(',')
            .some(each => AFTER_TIMEOUT.includes(each)) ?? false
        const fit = Math.ceil(timeoutMs / tryMs)
        const values = { timeout, try: retries.string('perTryTimeout') ?? '', tries, fit }
        const at = ['spec', ...retries.path, 'perTryTimeout']
        if (tryMs >= timeoutMs) findings.push({ message: 'tryBeyondTimeout', about, values, at })
        else if (isTriedAgain && fit < tries) findings.push({ message: 'triesDoNotFit', about, values, at })
      }
      const delay = rule.at('fault', 'delay')
      if ((delay.durationMs('fixedDelay') ?? 0) >= timeoutMs) {
        const values = { timeout, delay: delay.string('fixedDelay') ?? '' }
        findings.push({ message: 'delayBeyondTimeout', about, values, at: ['spec', ...delay.path, 'fixedDelay'] })
      }
      return findings
    }),
  )
