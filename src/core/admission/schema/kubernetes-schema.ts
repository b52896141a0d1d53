import { ANY, INT32, INT_OR_STRING, listOf, object, oneOfWords, STRING, STRING_MAP } from './schema.ts'
import type { Schema } from './schema.ts'

const OPEN = { open: true } as const
const PORT_NUMBER: Schema = { type: 'integer', min: 1, max: 65535 }
const PROTOCOL = oneOfWords('TCP', 'UDP', 'SCTP')

const METADATA = object({ name: STRING, namespace: STRING, labels: STRING_MAP, annotations: STRING_MAP }, OPEN)
const SELECTOR = object({ matchLabels: STRING_MAP, matchExpressions: ANY }, OPEN)
const POD_SPEC = object(
  {
    containers: listOf(
      object(
        { name: STRING, ports: listOf(object({ containerPort: PORT_NUMBER, name: STRING, protocol: PROTOCOL }, OPEN)) },
        OPEN,
      ),
    ),
  },
  OPEN,
)
const POD_TEMPLATE = object({ metadata: METADATA, spec: POD_SPEC }, OPEN)

/** The fields that are used here of the kinds Kubernetes itself defines; what is not listed is not checked. */
export const SERVICE = object(
  {
    clusterIP: STRING,
    externalName: STRING,
    ports: listOf(
      object(
        { appProtocol: STRING, name: STRING, port: PORT_NUMBER, protocol: PROTOCOL, targetPort: INT_OR_STRING },
        { required: ['port'], open: true },
      ),
    ),
    selector: STRING_MAP,
    type: oneOfWords('ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName'),
  },
  OPEN,
)
export const WORKLOAD = object({ replicas: INT32, selector: SELECTOR, template: POD_TEMPLATE }, OPEN)
export const POD = POD_SPEC
export const METADATA_SCHEMA = METADATA
