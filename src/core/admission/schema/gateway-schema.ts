import { SERVER_TLS } from './sidecar-schema.ts'
import { listOf, object, STRING, STRING_MAP, STRINGS, UINT32 } from './schema.ts'

/** `spec` of networking.istio.io's Gateway. Istio, crd-all.gen.yaml. */
export const GATEWAY = object({
  selector: STRING_MAP,
  servers: listOf(
    object(
      {
        bind: STRING,
        defaultEndpoint: STRING,
        hosts: STRINGS,
        name: STRING,
        port: object(
          { name: STRING, number: UINT32, protocol: STRING, targetPort: UINT32 },
          { required: ['number', 'protocol', 'name'] },
        ),
        tls: SERVER_TLS,
      },
      { required: ['port', 'hosts'] },
    ),
  ),
})
