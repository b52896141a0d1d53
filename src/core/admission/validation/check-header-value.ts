/** One `%VARIABLE%`: a name, then perhaps arguments in parentheses, as a JSON array or as they are. */
const LIST_ARGUMENTS = /^ *\[ *"(?:[^"\\)]|\\.)*"(?: *, *"(?:[^"\\)]|\\.)*")* *\] *\) *$/s
const PLAIN_ARGUMENTS = /^(?:[^")\\]|\\.)*\) *$/s

/** Envoy's header format: `%` starts a variable, `%%` is a percent sign. Istio, header_value_validator.go ([H17]). */
export function checkHeaderValue(value: string): string | undefined {
  if (/[\u0000-\u0008\u000a-\u001f\u007f]/.test(value)) return `header value configuration ${value} is invalid`
  for (let at = value.indexOf('%'); at >= 0; at = value.indexOf('%', at)) {
    if (at === value.length - 1) return 'header value configuration: invalid header configuration. Un-escaped %'
    if (value[at + 1] === '%') {
      at += 2
      continue
    }
    const end = value.indexOf('%', at + 1)
    const [, args] = /^[^(]*\((.*)$/s.exec(value.slice(at + 1, end < 0 ? undefined : end)) ?? []
    const closed = args === undefined || LIST_ARGUMENTS.test(args) || PLAIN_ARGUMENTS.test(args)
    if (end < 0 || !closed) {
      return `header value configuration: invalid header configuration. Un-terminated variable expression '${value}'`
    }
    at = end + 1
  }
  return undefined
}
