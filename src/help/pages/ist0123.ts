import type { HelpPage } from '../help-page.ts'

export const page: HelpPage = {
  code: 'IST0123',
  title: 'A namespace with two wishes',
  topic: 'pods',
  what: 'A namespace has more than one of the labels istio-injection, istio.io/rev and istio.io/dataplane-mode.',
  why: 'Each of them asks for another way into the mesh: the default injector, the injector of one revision, ambient. The order in which they were added plays no part.',
  shows:
    'Pods get the proxy of another revision, or a sidecar in a namespace that was meant to be ambient: istio-injection takes precedence over istio.io/rev.',
  check: [
    { run: 'kubectl get namespace shop --show-labels', prints: 'Two of the labels.' },
    {
      run: 'istioctl proxy-status',
      prints: 'The version of each proxy of shop, and the istiod that it is connected to.',
    },
  ],
  example: ` apiVersion: v1
 kind: Namespace
 metadata:
   name: shop
   labels:
-    istio-injection: enabled
     istio.io/rev: canary
`,
}
