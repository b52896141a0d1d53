import { INT32, listOf, object, STRING, STRING_MAP, STRINGS, UINT32 } from './schema.ts'
import { WORKLOAD_ENTRY } from './service-entry-schema.ts'

/** `spec` of a WorkloadGroup. Istio, crd-all.gen.yaml. */
export const WORKLOAD_GROUP = object({
  metadata: object({ annotations: STRING_MAP, labels: STRING_MAP }),
  probe: object({
    exec: object({ command: STRINGS }),
    failureThreshold: INT32,
    grpc: object({ port: UINT32, service: STRING }),
    httpGet: object({
      host: STRING,
      httpHeaders: listOf(object({ name: STRING, value: STRING })),
      path: STRING,
      port: UINT32,
      scheme: STRING,
    }),
    initialDelaySeconds: INT32,
    periodSeconds: INT32,
    successThreshold: INT32,
    tcpSocket: object({ host: STRING, port: UINT32 }),
    timeoutSeconds: INT32,
  }),
  template: object(WORKLOAD_ENTRY.fields),
})
