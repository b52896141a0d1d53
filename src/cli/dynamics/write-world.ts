import type { ServiceSketch, TimedCase } from './timed-case.ts'

/** The Services and Deployments that the short form stands for. */
export function writeServices({ services }: TimedCase): string {
  return services
    .flatMap(({ name, versions }, i) => [
      writeService(name, `10.96.1.${String(i + 1)}`),
      ...versions.map(({ name: version, replicas }) => writeDeployment(name, version, replicas)),
    ])
    .join('---\n')
}

function writeService(name: string, clusterIp: string): string {
  return `apiVersion: v1
kind: Service
metadata: { name: ${name}, namespace: default }
spec:
  clusterIP: ${clusterIp}
  selector: { app: ${name} }
  ports: [{ name: http, port: 80, targetPort: 8080 }]
`
}

function writeDeployment(app: string, version: string, replicas: number): string {
  const labels = `{ app: ${app}, version: ${version} }`
  return `apiVersion: apps/v1
kind: Deployment
metadata: { name: ${app}-${version}, namespace: default }
spec:
  replicas: ${String(replicas)}
  selector: { matchLabels: ${labels} }
  template:
    metadata: { labels: ${labels} }
`
}

/** The same with every pod written out, at the address that it has while all are there; only `present` ones. */
export function writeServicesWithPods(
  one: TimedCase,
  present: (pod: string) => boolean,
  ready: (pod: string) => boolean,
  addressOf: (pod: string) => string,
): string {
  const pods: string[] = []
  const services = one.services.map((service): ServiceSketch => ({
    ...service,
    versions: service.versions.map(({ name: version, replicas }) => {
      const names = Array.from({ length: replicas }, (_, i) => `${service.name}-${version}-${String(i)}`).filter(
        present,
      )
      for (const pod of names) pods.push(writePod(pod, service.name, version, ready(pod), addressOf(pod)))
      return { name: version, replicas: names.length }
    }),
  }))
  return [writeServices({ ...one, services }), ...pods].join('---\n')
}

function writePod(name: string, app: string, version: string, ready: boolean, address: string): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: ${name}
  namespace: default
  labels: { app: ${app}, version: ${version} }
  ownerReferences: [{ apiVersion: apps/v1, kind: Deployment, name: ${app}-${version}, controller: true }]
status:
  podIP: ${address}
  conditions: [{ type: Ready, status: "${ready ? 'True' : 'False'}" }]
`
}
