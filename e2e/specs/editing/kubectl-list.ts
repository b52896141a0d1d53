/** As `kubectl get svc,deploy,pods,vs,dr -o yaml` prints it: one List, with all that the server adds. */
export const KUBECTL_LIST = `apiVersion: v1
items:
- apiVersion: v1
  kind: Service
  metadata:
    annotations:
      kubectl.kubernetes.io/last-applied-configuration: |
        {"apiVersion":"v1","kind":"Service","metadata":{"name":"orders","namespace":"shop"}}
    creationTimestamp: "2026-03-02T10:11:12Z"
    labels:
      app: orders
    name: orders
    namespace: shop
    resourceVersion: "48213"
    uid: 0c7a3c0e-54b8-4f0e-9f43-1d1a0a2e9a11
  spec:
    clusterIP: 10.103.20.7
    clusterIPs:
    - 10.103.20.7
    internalTrafficPolicy: Cluster
    ipFamilies:
    - IPv4
    ipFamilyPolicy: SingleStack
    ports:
    - name: http
      port: 8080
      protocol: TCP
      targetPort: 8080
    selector:
      app: orders
    sessionAffinity: None
    type: ClusterIP
  status:
    loadBalancer: {}
- apiVersion: apps/v1
  kind: Deployment
  metadata:
    creationTimestamp: "2026-03-02T10:11:13Z"
    generation: 3
    managedFields:
    - apiVersion: apps/v1
      fieldsType: FieldsV1
      fieldsV1:
        f:spec:
          f:replicas: {}
      manager: kubectl
      operation: Update
      time: "2026-03-02T10:11:13Z"
    name: orders-v1
    namespace: shop
    resourceVersion: "48214"
  spec:
    progressDeadlineSeconds: 600
    replicas: 2
    revisionHistoryLimit: 10
    selector:
      matchLabels:
        app: orders
        version: v1
    strategy:
      rollingUpdate:
        maxSurge: 25%
        maxUnavailable: 25%
      type: RollingUpdate
    template:
      metadata:
        creationTimestamp: null
        labels:
          app: orders
          version: v1
      spec:
        containers:
        - image: example/orders:1
          imagePullPolicy: IfNotPresent
          name: orders
          ports:
          - containerPort: 8080
            protocol: TCP
          resources: {}
        dnsPolicy: ClusterFirst
        restartPolicy: Always
  status:
    availableReplicas: 2
    readyReplicas: 2
    replicas: 2
- apiVersion: networking.istio.io/v1
  kind: DestinationRule
  metadata:
    creationTimestamp: "2026-03-02T10:11:14Z"
    generation: 1
    name: orders
    namespace: shop
    resourceVersion: "48215"
  spec:
    host: orders
    subsets:
    - labels:
        version: v1
      name: stable
    - labels:
        version: v2
      name: next
- apiVersion: networking.istio.io/v1
  kind: VirtualService
  metadata:
    creationTimestamp: "2026-03-02T10:11:15Z"
    generation: 7
    name: orders
    namespace: shop
    resourceVersion: "48216"
  spec:
    hosts:
    - orders
    http:
    - route:
      - destination:
          host: orders
          subset: stable
        weight: 75
      - destination:
          host: orders
          subset: next
        weight: 25
kind: List
metadata:
  resourceVersion: ""
`
