import type { RedirectAction } from '../envoy/index.ts'
import type { HttpRedirect } from '../resources/index.ts'

/**
 * A rule's redirect; 301 unless it says otherwise, and no port that the scheme implies. Istio, ApplyRedirect [C10]-[C16].
 */
export function toRedirect(redirect: HttpRedirect, listenerPort: number, isTls = false): RedirectAction {
  const port = redirect.derivePort === 'FROM_REQUEST_PORT' ? listenerPort : redirect.port
  const isImplied = port === ((redirect.scheme || (isTls ? 'https' : 'http')) === 'https' ? 443 : 80)
  return {
    kind: 'redirect',
    path: redirect.uri || undefined,
    ...(redirect.prefixRewrite && { prefixRewrite: redirect.prefixRewrite }),
    host: redirect.authority || undefined,
    scheme: redirect.scheme || undefined,
    port: isImplied ? undefined : port || undefined,
    status: redirect.redirectCode || 301,
  }
}
