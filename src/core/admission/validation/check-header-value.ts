type State = 'literal' | 'name' | 'arguments' | 'next' | 'quote' | 'text' | 'end' | 'percent'

/** Where a character leads; any other stays, or is wrong where `only` says what is expected beside blanks. */
interface Step {
  readonly on: Readonly<Record<string, State>>
  readonly others?: State
  readonly only?: string
}

/** `%NAME%`, `%NAME(text)%` or `%NAME(["text", "text"])%`; a percent sign within arguments does not end them. */
const STEPS: Readonly<Record<Exclude<State, 'literal'>, Step>> = {
  name: { on: { '%': 'literal', '(': 'arguments' } },
  arguments: { on: { '[': 'quote' }, others: 'text' },
  quote: { on: { '"': 'text' }, only: `Expecting '"'` },
  text: { on: { ')': 'percent', '"': 'next' } },
  next: { on: { ',': 'quote', ']': 'end' }, only: `Expecting ',', ']', or whitespace` },
  end: { on: { ')': 'percent' }, only: `Expecting ')' or whitespace after '{}', but found '{}'` },
  percent: { on: { '%': 'literal' }, only: `Expecting '%' or whitespace after` },
}

/** Envoy's header format: `%` starts a variable, `%%` is a percent sign. Istio, header_value_validator.go ([H17]). */
export function checkHeaderValue(value: string): string | undefined {
  if (/[\u0000-\u0008\u000a-\u001f\u007f]/.test(value)) return `header value configuration ${value} is invalid`
  let state: State = 'literal'
  for (let at = 0; at < value.length; at++) {
    const sign = value.charAt(at)
    if (state === 'literal') {
      if (sign !== '%') continue
      if (at === value.length - 1) return invalid('Un-escaped %')
      if (value[at + 1] === '%') at++
      else state = 'name'
      continue
    }
    if (state === 'text' && sign === '\\') {
      if (at === value.length - 1) return invalid('Un-terminated backslash in JSON string')
      at++
      continue
    }
    const { on, others, only }: Step = STEPS[state]
    const next: State | undefined = on[sign]
    if (next === undefined && sign !== ' ' && only !== undefined) return invalid(only)
    state = next ?? (sign === ' ' ? state : (others ?? state))
  }
  return state === 'literal' ? undefined : invalid(`Un-terminated variable expression '${value}'`)
}

const invalid = (what: string): string => `header value configuration: invalid header configuration. ${what}`
