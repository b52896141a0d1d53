/**
 * What every cluster with Istio has, in so far as istioctl looks at it: its namespace, its injector, and one ingress gateway
 * with the ports that the tool takes it to have when it knows no cluster.
 */
export const WORLD = `apiVersion: v1
kind: Namespace
metadata: { name: istio-system }
---
apiVersion: v1
kind: Service
metadata: { name: istiod, namespace: istio-system, labels: { app: istiod, istio: pilot } }
spec: { selector: { app: istiod }, ports: [{ name: https-webhook, port: 443, targetPort: 15017, protocol: TCP }] }
---
apiVersion: v1
kind: Service
metadata: { name: istio-ingressgateway, namespace: istio-system, labels: { istio: ingressgateway } }
spec:
  type: LoadBalancer
  selector: { istio: ingressgateway }
  ports: [{ name: http2, port: 80 }, { name: https, port: 443 }, { name: tcp, port: 31400 }, { name: tls, port: 15443 }]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: istio-ingressgateway, namespace: istio-system, labels: { istio: ingressgateway } }
spec:
  selector: { matchLabels: { istio: ingressgateway } }
  template:
    metadata: { labels: { app: istio-ingressgateway, istio: ingressgateway } }
    spec: { containers: [{ name: istio-proxy, image: istio/proxyv2 }] }
---
apiVersion: admissionregistration.k8s.io/v1
kind: MutatingWebhookConfiguration
metadata: { name: istio-sidecar-injector }
webhooks:
- name: rev.namespace.sidecar-injector.istio.io
  namespaceSelector:
    matchExpressions:
    - { key: istio.io/rev, operator: In, values: [default] }
    - { key: istio-injection, operator: DoesNotExist }
  objectSelector:
    matchExpressions: [{ key: sidecar.istio.io/inject, operator: NotIn, values: ["false"] }]
- name: rev.object.sidecar-injector.istio.io
  namespaceSelector:
    matchExpressions:
    - { key: istio.io/rev, operator: DoesNotExist }
    - { key: istio-injection, operator: DoesNotExist }
  objectSelector:
    matchExpressions:
    - { key: sidecar.istio.io/inject, operator: NotIn, values: ["false"] }
    - { key: istio.io/rev, operator: In, values: [default] }
- name: namespace.sidecar-injector.istio.io
  namespaceSelector:
    matchExpressions: [{ key: istio-injection, operator: In, values: [enabled] }]
  objectSelector:
    matchExpressions: [{ key: sidecar.istio.io/inject, operator: NotIn, values: ["false"] }]
- name: object.sidecar-injector.istio.io
  namespaceSelector:
    matchExpressions:
    - { key: istio-injection, operator: DoesNotExist }
    - { key: istio.io/rev, operator: DoesNotExist }
  objectSelector:
    matchExpressions:
    - { key: sidecar.istio.io/inject, operator: In, values: ["true"] }
    - { key: istio.io/rev, operator: DoesNotExist }
`
