import type { HttpRequest } from './request.ts'

export interface RequestInput {
  readonly url: string
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
}

const URL_PARTS =
  /^([a-z][a-z0-9+.-]*):\/\/(\[[0-9a-f:.]+\]|[^/?#:@\s]+)(?::(\d{1,5}))?(\/[^?#\s]*)?(\?[^#\s]*)?(#.*)?$/i
const DEFAULT_PORT: Readonly<Record<string, number>> = { http: 80, https: 443 }
const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/

/** What a client sends for a URL: path and query as typed, no fragment, the port in Host unless it is the scheme's own. */
export function parseRequest({ url, method = 'GET', headers = {} }: RequestInput): HttpRequest | { error: string } {
  const parts = URL_PARTS.exec(url.trim())
  if (!parts) return { error: `${url} is not a URL: write http://host:port/path` }
  const [, givenScheme = '', host = '', givenPort, path = '/', query = ''] = parts
  const scheme = givenScheme.toLowerCase()
  const ownPort = DEFAULT_PORT[scheme]
  if (ownPort === undefined) return { error: `${scheme} is not a scheme that a sidecar routes: use http` }
  const port = givenPort === undefined ? ownPort : Number(givenPort)
  if (port < 1 || port > 65535) return { error: `${String(port)} is not a port: ports are 1 to 65535` }
  if (!TOKEN.test(method)) return { error: `${method} is not an HTTP method` }
  const sent = collectHeaders(headers)
  if ('error' in sent) return sent
  const authority = sent.lines.get('host') ?? (port === ownPort ? host : `${host}:${String(port)}`)
  sent.lines.delete('host')
  return {
    method: method.toUpperCase(),
    scheme,
    dialHost: host.replace(/^\[|\]$/g, '').toLowerCase(),
    dialPort: port,
    authority,
    path: path + query,
    headers: sent.lines,
  }
}

function collectHeaders(headers: Readonly<Record<string, string>>): { lines: Map<string, string> } | { error: string } {
  const lines = new Map<string, string>()
  for (const [name, value] of Object.entries(headers)) {
    if (!TOKEN.test(name)) return { error: `${name} is not a header name` }
    if (/[\r\n]/.test(value)) return { error: `the value of header ${name} has a line break in it` }
    const key = name.toLowerCase()
    const before = lines.get(key)
    lines.set(key, before === undefined ? value.trim() : `${before},${value.trim()}`)
  }
  return { lines }
}
