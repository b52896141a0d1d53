import type { HttpRedirect, HttpRewrite, HttpRouteFilter, RequestRedirect } from '../../resources/index.ts'

/**
 * A RequestRedirect: without a port it keeps the request's, unless it names a scheme. Istio, createRedirectFilter.
 */
export function toRedirectRule({ scheme, hostname, path, port, statusCode }: RequestRedirect): HttpRedirect {
  const derived = scheme === undefined ? 'FROM_REQUEST_PORT' : 'FROM_PROTOCOL_DEFAULT'
  return {
    uri: path?.type === 'ReplaceFullPath' ? path.value : undefined,
    ...(path?.type === 'ReplacePrefixMatch' && { prefixRewrite: path.value }),
    authority: hostname,
    scheme,
    port,
    derivePort: port === undefined ? derived : undefined,
    redirectCode: statusCode ?? 302,
  }
}

/** A URLRewrite; a prefix that is replaced by nothing becomes `/`. Istio, createRewriteFilter. */
export function toRewriteRule({ hostname, path }: NonNullable<HttpRouteFilter['urlRewrite']>): HttpRewrite | undefined {
  const isPrefix = path?.type === 'ReplacePrefixMatch'
  const isFull = path?.type === 'ReplaceFullPath'
  const uri = isPrefix ? path.value.replace(/\/$/, '') || '/' : undefined
  if (!isFull && uri === undefined && !hostname) return undefined
  return {
    uri,
    authority: hostname,
    uriRegexRewrite: isFull ? { match: '/.*', rewrite: path.value } : undefined,
  }
}
