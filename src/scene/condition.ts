import type { HttpMatch, HttpRule, StringMatch, TcpRule, TlsRule } from '../core/resources/index.ts'

/** A rule's conditions as one line: blocks joined by `or`, what one block asks for joined by commas. */
export function conditionOf(rule: HttpRule, position: number): { readonly text: string; readonly mono: boolean } {
  const blocks = rule.match.map(blockOf)
  if (blocks.length === 0 || blocks.some(block => block === '')) {
    return { text: position === 0 ? 'no conditions' : 'everyone else', mono: false }
  }
  return { text: blocks.join(' or '), mono: true }
}

/** The same for a rule that sees connections only: server names, ports and addresses. */
export function connectionWords(rule: TcpRule | TlsRule, position: number) {
  const blocks = rule.match.map(match => {
    const names = 'sniHosts' in match ? match.sniHosts : []
    const port = match.port === undefined ? [] : [`:${String(match.port)}`]
    const source = sourceOf(match)
    return [...names, ...port, ...match.destinationSubnets, ...(source ? [source] : [])].join(', ')
  })
  if (blocks.length === 0 || blocks.some(block => block === ''))
    return { condition: position === 0 ? 'no conditions' : 'everyone else', mono: false }
  return { condition: blocks.join(' or '), mono: true }
}

function blockOf(match: HttpMatch): string {
  const parts: string[] = []
  if (match.uri) parts.push(pathText(match.uri))
  if (match.method) parts.push(plain(match.method))
  for (const [name, value] of Object.entries(match.headers)) parts.push(named(name, value))
  for (const [name, value] of Object.entries(match.withoutHeaders)) parts.push(`not ${named(name, value)}`)
  for (const [name, value] of Object.entries(match.queryParams)) parts.push(`?${named(name, value)}`)
  if (match.authority) parts.push(`host = ${plain(match.authority)}`)
  if (match.scheme) parts.push(plain(match.scheme))
  if (match.port !== undefined) parts.push(`:${String(match.port)}`)
  const source = sourceOf(match)
  if (source) parts.push(source)
  return parts.join(', ')
}

/** `app=batch`, `namespace test`: what a block asks of the caller. */
export function sourceOf(match: Pick<HttpMatch, 'sourceLabels' | 'sourceNamespace'>): string {
  const labels = Object.entries(match.sourceLabels).map(([key, value]) => `${key}=${value}`)
  if (match.sourceNamespace) labels.push(`namespace ${match.sourceNamespace}`)
  return labels.join(', ')
}

function pathText(match: StringMatch): string {
  return match.kind === 'present' ? '/*' : plain(match)
}

function plain(match: StringMatch): string {
  switch (match.kind) {
    case 'exact':
      return match.value
    case 'prefix':
      return `${match.value}*`
    case 'regex':
      return `~ ${match.value}`
    case 'present':
      return 'any'
  }
}

function named(name: string, match: StringMatch): string {
  if (match.kind === 'present') return `${name} present`
  return match.kind === 'regex' ? `${name} ${plain(match)}` : `${name} = ${plain(match)}`
}
