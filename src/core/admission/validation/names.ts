const LABEL = /^[a-zA-Z0-9](?:[-a-zA-Z0-9]*[a-zA-Z0-9])?$/
const WILDCARD_LABEL = /^(\*|(\*|\*-)?[a-zA-Z0-9](?:[-a-zA-Z0-9]*[a-zA-Z0-9])?)$/
const TAG_NAME = /^[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?$/

/** Istio, labels.IsDNS1123Label: capitals are allowed, unlike in Kubernetes. */
export function isDnsLabel(text: string): boolean {
  return text.length <= 63 && LABEL.test(text)
}

/** Istio, agent/validation.go, ValidateFQDN. Answers with istiod's words, or nothing where the name is right. */
export function checkFqdn(name: string): string | undefined {
  return checkLength(name) ?? checkLabels(name)
}

/** A host that may start with a wildcard label. Istio, ValidateWildcardDomain. */
export function checkWildcardDomain(domain: string): string | undefined {
  const length = checkLength(domain)
  if (length) return length
  const dot = domain.indexOf('.')
  const first = dot < 0 ? domain : domain.slice(0, dot)
  if (first.length > 63 || !WILDCARD_LABEL.test(first))
    return `domain name ${quote(domain)} invalid (label ${quote(first)} invalid)`
  return dot < 0 ? undefined : checkLabels(domain.slice(dot + 1))
}

/** A host of a VirtualService that gateways alone use, where generated SNI names are allowed too. */
export function checkGatewayDomain(domain: string, sni: boolean): string | undefined {
  const generated = sni && domain.startsWith('outbound_')
  if (!generated) return checkWildcardDomain(domain)
  const parts = domain.split('.')
  const port = parts[1] ?? ''
  const host = parts.slice(3).join('.')
  return /[0-9]/.test(port) && /[a-zA-Z]/.test(host) ? undefined : `domain name ${quote(domain)} invalid`
}

function checkLength(name: string): string | undefined {
  if (name === '') return 'empty domain name not allowed'
  return name.length > 255 ? `domain name ${quote(name)} too long (max 255)` : undefined
}

function checkLabels(domain: string): string | undefined {
  const labels = domain.split('.')
  const top = labels.at(-1) ?? ''
  if (/^[-+]?\d+$/.test(top))
    return `domain name ${quote(domain)} invalid (top level domain ${quote(top)} cannot be all-numeric)`
  const bad = labels.find((label, i) => !isDnsLabel(label) && !(label === '' && i === labels.length - 1))
  return bad === undefined ? undefined : `domain name ${quote(domain)} invalid (label ${quote(bad)} invalid)`
}

/** Istio, validateSubsetName ([H10], [H49]). */
export function checkSubsetName(name: string): string | undefined {
  if (name === '') return 'subset name cannot be empty'
  return isDnsLabel(name) ? undefined : `subset name is invalid: ${name}`
}

export function checkPort(port: number): string | undefined {
  return port >= 1 && port <= 65535 ? undefined : `port number ${port} must be in the range 1..65535`
}

/** Istio, labels.Instance.Validate: keys and values as Kubernetes labels have them. */
export function checkLabel(key: string, value: string): readonly string[] {
  const problems: string[] = []
  const slash = key.lastIndexOf('/')
  const [prefix, name] = slash < 0 ? ['', key] : [key.slice(0, slash), key.slice(slash + 1)]
  if (!TAG_NAME.test(name) || (slash >= 0 && !prefix.split('.').every(label => LABEL.test(label)))) {
    problems.push(`invalid tag key: ${quote(key)}`)
  } else if (prefix.length > 253) problems.push(`invalid tag key: ${quote(key)} (DNS prefix is too long)`)
  else if (name.length > 63) problems.push(`invalid tag key: ${quote(key)} (name is too long)`)
  if (value !== '' && !TAG_NAME.test(value)) problems.push(`invalid tag value: ${quote(value)}`)
  return problems
}

/** A string as Go's %q writes it, near enough for names. */
export function quote(text: string): string {
  return JSON.stringify(text)
}
