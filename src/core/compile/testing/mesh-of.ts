import { buildMesh } from '../../mesh/index.ts'
import type { Mesh } from '../../mesh/index.ts'
import { createDecoder } from '../../resources/index.ts'
import { createYamlParser } from '../../yaml/index.ts'

/** The mesh that a text means; nothing is refused. */
export const meshOf = (text: string): Mesh =>
  buildMesh(createDecoder().decodeAll(createYamlParser().parse(text)).resources)

/** A document of Istio's networking group in `default`. */
export const istio = (kind: string, name: string, spec: string, metadata = ''): string =>
  `apiVersion: networking.istio.io/v1\nkind: ${kind}\nmetadata: { name: ${name}, namespace: default${metadata} }\nspec: ${spec}\n---\n`

export const entry = (name: string, spec: string, metadata = ''): string => istio('ServiceEntry', name, spec, metadata)

/** A Kubernetes Service in `default`. */
export const kubernetesService = (name: string, spec: string): string =>
  `apiVersion: v1\nkind: Service\nmetadata: { name: ${name}, namespace: default }\nspec: ${spec}\n---\n`

/** A workload of one pod with the label `app: NAME`. */
export const workload = (name: string, kind = 'Deployment', more = ''): string =>
  `apiVersion: apps/v1\nkind: ${kind}\nmetadata: { name: ${name}, namespace: default }\nspec: { ${more} template: { metadata: { labels: { app: ${name} } } } }\n---\n`
