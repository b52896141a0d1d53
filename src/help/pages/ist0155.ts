import type { HelpPage } from '../help-page.ts'
import { REVIEWS } from '../parts.ts'

export const page: HelpPage = {
  code: 'IST0155',
  title: 'A patch for one version beside one for all',
  topic: 'filters',
  what: 'A filter is patched for certain proxy versions and again for all, in relation to other filters and without a priority.',
  why: 'During an upgrade proxies of two versions run side by side. Which of the patches meets what it refers to then depends on version and age.',
  shows: 'The filter is there in proxies of one version and missing, or there twice, in those of the other.',
  check: [
    {
      run: "kubectl get envoyfilter tweak -o jsonpath='{.spec.configPatches[*].match.proxy}'",
      prints: 'A proxyVersion in one of the patches.',
    },
    { run: 'istioctl proxy-status', prints: 'The versions of the proxies.' },
  ],
  toolSays: 'It compares with patches before it only: the first patch of a filter never gets this code.',
  example: `${REVIEWS}
 ---
 apiVersion: networking.istio.io/v1alpha3
 kind: EnvoyFilter
 metadata:
   name: tweak
 spec:
+  priority: 10
   configPatches:
   - applyTo: HTTP_FILTER
     match:
       context: SIDECAR_INBOUND
       proxy: { proxyVersion: '^1\\.2.*' }
       listener: { filterChain: { filter: { name: envoy.filters.network.http_connection_manager } } }
     patch:
       operation: INSERT_BEFORE
       value:
         name: envoy.filters.http.lua
         typed_config:
           "@type": type.googleapis.com/envoy.extensions.filters.http.lua.v3.Lua
           inline_code: function envoy_on_request(handle) end
   - applyTo: HTTP_FILTER
     match:
       context: SIDECAR_INBOUND
       listener: { filterChain: { filter: { name: envoy.filters.network.http_connection_manager } } }
     patch:
       operation: INSERT_BEFORE
       value:
         name: envoy.filters.http.lua
         typed_config:
           "@type": type.googleapis.com/envoy.extensions.filters.http.lua.v3.Lua
           inline_code: function envoy_on_request(handle) end
`,
}
