import { buildMesh } from '../../mesh/index.ts'
import type { Mesh } from '../../mesh/index.ts'
import { createDecoder } from '../../resources/index.ts'
import { createYamlParser } from '../../yaml/index.ts'

/** The mesh of a YAML text. */
export function meshOfYaml(text: string): Mesh {
  return buildMesh(createDecoder().decodeAll(createYamlParser().parse(text)).resources)
}

/** One document: `vs('reviews.prod', '{ hosts: [reviews], … }')`; without a namespace it stands in `default`. */
const document = (apiVersion: string, kind: string) => (name: string, spec: string, annotations?: string) => {
  const [own = '', namespace = 'default'] = name.split('.')
  const more = annotations === undefined ? '' : `, annotations: { ${annotations} }`
  return `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: { name: ${own}, namespace: ${namespace}${more} }\nspec: ${spec}\n---\n`
}

export const yaml = {
  sidecar: document('networking.istio.io/v1', 'Sidecar'),
  virtualService: document('networking.istio.io/v1', 'VirtualService'),
  destinationRule: document('networking.istio.io/v1', 'DestinationRule'),
  serviceEntry: document('networking.istio.io/v1', 'ServiceEntry'),
  service: document('v1', 'Service'),
  httpService: (name: string, port = 9080, annotations?: string) =>
    document('v1', 'Service')(
      name,
      `{ clusterIP: 10.96.0.9, ports: [{ name: http, port: ${String(port)} }] }`,
      annotations,
    ),
  deployment: (name: string) => {
    const labels = `{ app: ${name.split('.')[0] ?? ''} }`
    return document('apps/v1', 'Deployment')(
      name,
      `{ selector: { matchLabels: ${labels} }, template: { metadata: { labels: ${labels} } } }`,
    )
  },
}
