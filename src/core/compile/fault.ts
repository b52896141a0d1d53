import { below } from '../base/origin.ts'
import type { Origin } from '../base/origin.ts'
import type { FaultConfig } from '../envoy/index.ts'
import type { HttpFault } from '../resources/index.ts'

/** A rule's faults; an abort that names no status is none. Istio, TranslateFault [C60][C61][C67]. */
export function toFaultConfig(fault: HttpFault | undefined, ruleOrigin: Origin): FaultConfig | undefined {
  if (!fault) return undefined
  const { delay, abort } = fault
  const hasStatus = abort !== undefined && (abort.httpStatus !== undefined || abort.grpcStatus !== undefined)
  return {
    delay: delay && {
      numerator: toMillionths(delay.percent),
      fixedDelayMs: delay.fixedDelayMs,
      ...(delay.isOldPercent && { inHundredths: true }),
    },
    abort: hasStatus
      ? {
          numerator: toMillionths(abort.percent),
          httpStatus: abort.httpStatus,
          grpcStatus: abort.grpcStatus,
          ...(abort.withoutPercentage && { withoutPercentage: true }),
        }
      : undefined,
    origin: below(ruleOrigin, 'fault'),
  }
}

/** Out of 1,000,000, cut off. Istio, translatePercentToFractionalPercent [C61]. */
export const toMillionths = (percent: number): number => Math.floor(percent * 10_000)
