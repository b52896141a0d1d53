import type { BlindFinding, BlindRule } from '../blind-rule.ts'

/** Faults that hit nobody: a share or a status is left out [C61][C67]. */
export const checkFaults: BlindRule = ({ cluster }) =>
  cluster.items('VirtualService').flatMap(about =>
    about.spec.list('http').flatMap(rule =>
      ['delay', 'abort'].flatMap((what): readonly BlindFinding[] => {
        const fault = rule.at('fault', what)
        const at = ['spec', ...fault.path]
        if (!fault.isPresent) return []
        const isEmpty =
          what === 'abort' && !['httpStatus', 'grpcStatus', 'http2Error'].some(name => fault.at(name).isPresent)
        if (isEmpty) return [{ message: 'abortWithoutError', about, values: {}, at }]
        const hasShare = fault.at('percentage').isPresent || fault.at('percent').isPresent
        return hasShare ? [] : [{ message: 'faultWithoutShare', about, values: { what }, at }]
      }),
    ),
  )
