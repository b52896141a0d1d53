/**
 * What `retryOn` may name, besides numbers of statuses, and when each retries. Istio, agent/validation.go, ValidateHTTPRetry ([H23]);
 * Envoy, retry_state_impl.cc ([C50] [C51]).
 */
export const RETRY_CONDITIONS: ReadonlyMap<string, string> = new Map([
  ['5xx', 'any 500 to 599, no connection, a reset, a try that takes too long'],
  ['gateway-error', '502, 503 or 504, no connection, a reset, a try that takes too long'],
  ['reset', 'no connection, a reset, a try that takes too long'],
  ['reset-before-request', 'no connection, or a reset before anything was sent'],
  ['connect-failure', 'no connection'],
  ['refused-stream', 'the server refuses the stream'],
  ['retriable-4xx', '409'],
  ['retriable-status-codes', 'the statuses that stand beside it'],
  ['retriable-headers', 'headers that a VirtualService cannot name'],
  ['envoy-ratelimited', 'an answer with x-envoy-ratelimited'],
  ['http3-post-connect-failure', 'no connection by HTTP/3'],
  ['cancelled', 'grpc-status 1'],
  ['deadline-exceeded', 'grpc-status 4'],
  ['internal', 'grpc-status 13'],
  ['resource-exhausted', 'grpc-status 8'],
  ['unavailable', 'grpc-status 14'],
])
