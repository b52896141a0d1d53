import { decodeDestination } from './decode-destination.ts'
import type { Reader } from './reader.ts'
import type { HttpFault, HttpMirror, HttpRule } from './virtual-service-spec.ts'

/** Percentages left out mean that nothing is delayed or aborted ([C61]). */
export function decodeFault(fault: Reader): HttpFault {
  return {
    delay: fault.message('delay', delay => ({
      percent: readPercentage(delay.at('percentage')) ?? delay.number('percent') ?? 0,
      fixedDelayMs: delay.durationMs('fixedDelay') ?? 0,
      ...(readPercentage(delay.at('percentage')) === undefined && { isOldPercent: true }),
    })),
    abort: fault.message('abort', abort => ({
      percent: readPercentage(abort.at('percentage')) ?? 0,
      httpStatus: abort.number('httpStatus'),
      grpcStatus: abort.string('grpcStatus'),
      ...(readPercentage(abort.at('percentage')) === undefined && { withoutPercentage: true }),
    })),
  }
}

/** `mirror` and `mirrors`; a percentage left out means every request ([C70]). */
export function decodeMirrors(rule: Reader): readonly HttpMirror[] {
  const single = rule.message('mirror', mirror => ({
    destination: decodeDestination(mirror),
    percent: readPercentage(rule.at('mirrorPercentage')) ?? rule.number('mirrorPercent') ?? 100,
    ...(readPercentage(rule.at('mirrorPercentage')) === undefined && { isOldPercent: true }),
    path: ['mirror'],
  }))
  const several = rule.list('mirrors').map((mirror, i) => ({
    destination: decodeDestination(mirror.at('destination')),
    percent: readPercentage(mirror.at('percentage')) ?? 100,
    ...(readPercentage(mirror.at('percentage')) === undefined && { isOldPercent: true }),
    path: ['mirrors', i, 'destination'],
  }))
  return single ? [single, ...several] : several
}

/** What a rule says of the share of its `mirror`, whether it has one or not. */
export function decodeMirrorShare(rule: Reader): Pick<HttpRule, 'mirrorShare'> {
  const mirrorShare = { percentage: readPercentage(rule.at('mirrorPercentage')), percent: rule.number('mirrorPercent') }
  return mirrorShare.percentage === undefined && mirrorShare.percent === undefined ? {} : { mirrorShare }
}

/** Istio's Percent message: `value` left out is 0. */
function readPercentage(percentage: Reader): number | undefined {
  return percentage.node?.kind === 'map' ? (percentage.number('value') ?? 0) : undefined
}
