import { OPERATOR_VALUES } from './operator-values.ts'
import type { FormatContext } from './format-context.ts'

const OPERATOR = /%%|%([A-Z0-9_]+)(?:\((.*?)\))?(?::(\d+))?%/g

/**
 * A header value with Envoy's command operators filled in; one that has no value here, or that depends on connections that
 * are not modelled, becomes empty. Envoy, substitution_formatter.cc [C95].
 */
export function formatHeaderValue(value: string, context: FormatContext): string {
  if (!value.includes('%')) return value
  return value.replace(OPERATOR, (_, name: string | undefined, argument: string | undefined, length?: string) => {
    if (name === undefined) return '%'
    const found = OPERATOR_VALUES[name]?.(context, argument ?? '') ?? ''
    return length === undefined ? found : found.slice(0, Number(length))
  })
}
