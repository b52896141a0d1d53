import type { Scenario } from './scenario.ts'

export const faultInjection: Scenario = {
  id: 'fault-injection',
  title: 'Fault injection',
  summary: 'For tester, ratings is slow half the time and answers 500 one time in five; everyone else notices nothing.',
  text: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: ratings
spec:
  hosts: [ratings]
  http:
  - name: tester
    match:
    - headers:
        end-user: { exact: tester }
    fault:
      delay:
        percentage:
          value: 50
        fixedDelay: 2s
      abort:
        percentage:
          value: 20
        httpStatus: 500
    route:
    - destination:
        host: ratings
  - name: everyone
    route:
    - destination:
        host: ratings
---
apiVersion: v1
kind: Service
metadata:
  name: ratings
spec:
  selector:
    app: ratings
  ports:
  - name: http
    port: 9080
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: ratings-v1
spec:
  replicas: 2
  selector:
    matchLabels:
      app: ratings
      version: v1
  template:
    metadata:
      labels:
        app: ratings
        version: v1
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: reviews-v1
spec:
  replicas: 1
  selector:
    matchLabels:
      app: reviews
      version: v1
  template:
    metadata:
      labels:
        app: reviews
        version: v1
---
apiVersion: v1
kind: Service
metadata:
  name: reviews
spec:
  selector:
    app: reviews
  ports:
  - name: http
    port: 9080
`,
}
