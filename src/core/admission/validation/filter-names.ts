/** Filters by the names they had once, with the names they have now. Istio, xds.ReverseDeprecatedFilterNames. */
export const NEW_FILTER_NAMES: ReadonlyMap<string, string> = new Map([
  ...['buffer', 'cors', 'csrf', 'fault', 'grpc_http1_bridge', 'grpc_json_transcoder', 'grpc_web', 'gzip'].map(inHttp),
  ...['health_check', 'ip_tagging', 'lua', 'router', 'squash', 'ext_authz'].map(inHttp),
  ['envoy.http_dynamo_filter', 'envoy.filters.http.dynamo'],
  ['envoy.rate_limit', 'envoy.filters.http.ratelimit'],
  ...['client_ssl_auth', 'echo', 'http_connection_manager', 'mongo_proxy', 'ratelimit', 'redis_proxy'].map(inNetwork),
  ['envoy.tcp_proxy', 'envoy.filters.network.tcp_proxy'],
  ...['http_inspector', 'original_dst', 'original_src', 'proxy_protocol', 'tls_inspector'].map(
    name => [`envoy.listener.${name}`, `envoy.filters.listener.${name}`] as const,
  ),
])

function inHttp(name: string): readonly [string, string] {
  return [`envoy.${name}`, `envoy.filters.http.${name}`]
}

function inNetwork(name: string): readonly [string, string] {
  return [`envoy.${name}`, `envoy.filters.network.${name}`]
}
