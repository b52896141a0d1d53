/** A Service with one Deployment behind it, as part of an example. */
export const REVIEWS = ` apiVersion: v1
 kind: Service
 metadata:
   name: reviews
 spec:
   selector: { app: reviews }
   ports:
   - { name: http, port: 9080 }
 ---
 apiVersion: apps/v1
 kind: Deployment
 metadata:
   name: reviews
 spec:
   selector: { matchLabels: { app: reviews } }
   template:
     metadata: { labels: { app: reviews } }
     spec: { containers: [{ name: app, image: reviews }] }`

const version = (name: string) => ` apiVersion: apps/v1
 kind: Deployment
 metadata:
   name: reviews-${name}
 spec:
   selector: { matchLabels: { app: reviews, version: ${name} } }
   template:
     metadata: { labels: { app: reviews, version: ${name} } }
     spec: { containers: [{ name: app, image: reviews }] }`

/** The same Service with two versions behind it. */
export const REVIEWS_V1_V2 = ` apiVersion: v1
 kind: Service
 metadata:
   name: reviews
 spec:
   selector: { app: reviews }
   ports:
   - { name: http, port: 9080 }
 ---
${version('v1')}
 ---
${version('v2')}`

/** Both versions as subsets. */
export const SUBSETS = ` apiVersion: networking.istio.io/v1
 kind: DestinationRule
 metadata:
   name: reviews
 spec:
   host: reviews
   subsets:
   - name: v1
     labels: { version: v1 }
   - name: v2
     labels: { version: v2 }`

/** A port of the ingress gateway for one host. */
export const FRONT = ` apiVersion: networking.istio.io/v1
 kind: Gateway
 metadata:
   name: front
 spec:
   selector: { istio: ingressgateway }
   servers:
   - port: { number: 80, name: http, protocol: HTTP }
     hosts: [shop.example.com]`

/** The ingress gateway itself, with a Service that has the usual ports. */
export const INGRESS = ` apiVersion: v1
 kind: Service
 metadata:
   name: istio-ingressgateway
   namespace: istio-system
 spec:
   selector: { istio: ingressgateway }
   ports:
   - { name: http2, port: 80, targetPort: 80 }
   - { name: https, port: 443, targetPort: 443 }
 ---
 apiVersion: apps/v1
 kind: Deployment
 metadata:
   name: istio-ingressgateway
   namespace: istio-system
 spec:
   selector: { matchLabels: { istio: ingressgateway } }
   template:
     metadata: { labels: { istio: ingressgateway } }
     spec: { containers: [{ name: istio-proxy, image: istio/proxyv2 }] }`

/** A caller of the Service, and the Scenario of a page up to where the callers are listed. */
export const EVENING = `${REVIEWS}
 ---
 apiVersion: apps/v1
 kind: Deployment
 metadata:
   name: shop
 spec:
   selector: { matchLabels: { app: shop } }
   template:
     metadata: { labels: { app: shop } }
     spec: { containers: [{ name: app, image: shop }] }
 ---
 apiVersion: meshscope/v1
 kind: Scenario
 metadata:
   name: evening
 spec:
   clients:`
