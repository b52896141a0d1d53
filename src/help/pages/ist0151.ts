import type { HelpPage } from '../help-page.ts'
import { REVIEWS } from '../parts.ts'

export const page: HelpPage = {
  code: 'IST0151',
  title: 'A patch that depends on order',
  topic: 'filters',
  what: 'A patch of an EnvoyFilter refers to something that another EnvoyFilter may add or change, and has no priority.',
  why: 'EnvoyFilters are applied by priority, then by age. A patch that inserts before or after something, replaces it or removes it does nothing if that is not there yet.',
  shows:
    'The patch works in one cluster and not in another, or stops working after the other EnvoyFilter was created anew.',
  check: [
    { run: "kubectl get envoyfilter tweak -o jsonpath='{.spec.priority}'", prints: 'Nothing, or 0.' },
    { run: 'istioctl proxy-config listener deploy/reviews -o json', prints: 'Whether the patch is in it.' },
  ],
  toolSays: 'Two patches with the same slip are one message. Every EnvoyFilter gets IST0133 beside it.',
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
