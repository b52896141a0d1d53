import { decodeBase64 } from './decode-base64.ts'
import { decodeDestination } from './decode-destination.ts'
import { decodeTcpRule, decodeTlsRule } from './decode-connection-rule.ts'
import { decodeHttpMatch, decodeStringMatch } from './decode-http-match.ts'
import { decodeFault, decodeMirrorShare, decodeMirrors } from './decode-http-fault.ts'
import type { Reader } from './reader.ts'
import type {
  CorsPolicy,
  DirectResponse,
  HeaderOperation,
  HeaderOperations,
  HttpDestination,
  HttpRedirect,
  HttpRetries,
  HttpRewrite,
  HttpRule,
  VirtualServiceSpec,
} from './virtual-service-spec.ts'

/** networking.istio.io VirtualService; v1, v1beta1 and v1alpha3 share one schema ([H1]). */
export function decodeVirtualService(resource: Reader): VirtualServiceSpec {
  const spec = resource.at('spec')
  return {
    hosts: spec.strings('hosts'),
    gateways: spec.strings('gateways'),
    exportTo: spec.strings('exportTo'),
    http: spec.list('http').map(decodeRule),
    tcp: spec.list('tcp').map(decodeTcpRule),
    tls: spec.list('tls').map(decodeTlsRule),
  }
}

function decodeRule(rule: Reader): HttpRule {
  return {
    name: rule.string('name') || undefined,
    match: rule.list('match').map(decodeHttpMatch),
    route: rule.list('route').map(decodeRoute),
    redirect: rule.message('redirect', decodeRedirect),
    directResponse: rule.message('directResponse', decodeDirectResponse),
    delegate: rule.message('delegate', delegate => ({
      name: delegate.string('name') ?? '',
      namespace: delegate.string('namespace') || undefined,
    })),
    rewrite: rule.message('rewrite', decodeRewrite),
    timeoutMs: rule.durationMs('timeout'),
    retries: rule.message('retries', decodeRetries),
    fault: rule.message('fault', decodeFault),
    mirrors: decodeMirrors(rule),
    ...decodeMirrorShare(rule),
    corsPolicy: rule.message('corsPolicy', decodeCors),
    headers: decodeHeaders(rule),
  }
}

function decodeRoute(route: Reader): HttpDestination {
  return {
    destination: decodeDestination(route.at('destination')),
    weight: route.number('weight'),
    headers: decodeHeaders(route),
  }
}

function decodeHeaders(holder: Reader): HeaderOperations {
  const headers = holder.at('headers')
  return { request: decodeOperation(headers.at('request')), response: decodeOperation(headers.at('response')) }
}

function decodeOperation(operation: Reader): HeaderOperation {
  return { set: operation.labels('set'), add: operation.labels('add'), remove: operation.strings('remove') }
}

function decodeRedirect(redirect: Reader): HttpRedirect {
  return {
    uri: redirect.string('uri') || undefined,
    ...(redirect.string('prefixRewrite') && { prefixRewrite: redirect.string('prefixRewrite') }),
    authority: redirect.string('authority') || undefined,
    scheme: redirect.string('scheme') || undefined,
    port: redirect.number('port'),
    derivePort: redirect.string('derivePort'),
    redirectCode: redirect.number('redirectCode') || undefined,
  }
}

function decodeDirectResponse(response: Reader): DirectResponse {
  const body = response.at('body')
  const bytes = body.string('bytes')
  return {
    status: response.number('status') ?? 0,
    body: body.string('string') ?? (bytes === undefined ? undefined : decodeBase64(bytes)),
    ...(body.string('string') === undefined && bytes !== undefined && { base64: bytes }),
  }
}

function decodeRewrite(rewrite: Reader): HttpRewrite {
  return {
    uri: rewrite.string('uri') || undefined,
    authority: rewrite.string('authority') || undefined,
    uriRegexRewrite: rewrite.message('uriRegexRewrite', regex => ({
      match: regex.string('match') ?? '',
      rewrite: regex.string('rewrite') ?? '',
    })),
  }
}

function decodeRetries(retries: Reader): HttpRetries {
  return {
    attempts: retries.number('attempts') ?? 0,
    perTryTimeoutMs: retries.durationMs('perTryTimeout'),
    retryOn: retries.string('retryOn') || undefined,
    backoffMs: retries.durationMs('backoff'),
    retryRemoteLocalities: retries.boolean('retryRemoteLocalities'),
    retryIgnorePreviousHosts: retries.boolean('retryIgnorePreviousHosts'),
  }
}

function decodeCors(cors: Reader): CorsPolicy {
  return {
    allowOrigins: cors.at('allowOrigins').isPresent
      ? cors.list('allowOrigins').flatMap(origin => decodeStringMatch(origin) ?? [])
      : cors.strings('allowOrigin').map(value => ({ kind: 'exact', value })),
    allowMethods: cors.strings('allowMethods'),
    allowHeaders: cors.strings('allowHeaders'),
    exposeHeaders: cors.strings('exposeHeaders'),
    maxAge: cors.string('maxAge'),
    allowCredentials: cors.boolean('allowCredentials'),
    unmatchedPreflights: cors.string('unmatchedPreflights'),
  }
}
