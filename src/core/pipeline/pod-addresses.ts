import type { Mesh, PodFacts } from '../mesh/index.ts'
import type { PodNow, PodsMoment } from '../rollout/index.ts'

/** Pods keep their addresses for as long as they live, and nobody gets one that was another's. */
export function rememberAddresses() {
  const addresses = new Map<string, string>()
  return {
    factsOf(moment: PodsMoment | undefined): PodFacts {
      const workloads = new Map(moment?.workloads.map(({ namespace, name, pods }) => [`${namespace}/${name}`, pods]))
      const lives = lifeKeys(moment)
      return {
        podsOf: ({ namespace, name }) => workloads.get(`${namespace}/${name}`),
        addressOf: ({ namespace, name }) => addresses.get(lives.get(`${namespace}/${name}`) ?? ''),
        takenAddresses: addresses.values(),
      }
    },
    remember(mesh: Mesh, moment: PodsMoment | undefined): void {
      const lives = lifeKeys(moment)
      for (const { namespace, name, ip } of mesh.workloads.flatMap(({ pods }) => pods)) {
        addresses.set(lives.get(`${namespace}/${name}`) ?? `${namespace}/${name}`, ip)
      }
    },
  }
}

/** A name may come again, with another pod. */
function lifeKeys(moment: PodsMoment | undefined): ReadonlyMap<string, string> {
  const pods: readonly PodNow[] = moment?.workloads.flatMap(one => one.pods) ?? []
  return new Map(
    pods.map(({ namespace, name, createdMs }) => [`${namespace}/${name}`, `${namespace}/${name} ${String(createdMs)}`]),
  )
}
