import type { Scenario } from './scenario.ts'

export const onlyTwoResources: Scenario = {
  id: 'only-two-resources',
  title: 'Only two resources',
  summary: 'The text holds a VirtualService and a DestinationRule; the Service, its pods and the caller are assumed.',
  text: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: checkout
spec:
  hosts: [checkout]
  http:
  - name: beta
    match:
    - headers:
        x-group: { exact: beta }
    route:
    - destination:
        host: checkout
        subset: next
  - name: everyone
    route:
    - destination:
        host: checkout
        subset: stable
      weight: 95
    - destination:
        host: checkout
        subset: next
      weight: 5
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: checkout
spec:
  host: checkout
  subsets:
  - name: stable
    labels: { version: v7 }
  - name: next
    labels: { version: v8 }
`,
}
