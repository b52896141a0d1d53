import type { World } from '../../core/pipeline/index.ts'
import type { HttpRequest } from '../../core/route/index.ts'

/**
 * Where the dialled Service is an assumed one without the port that the URL asks for: everything assumed as YAML, that port
 * added. Undefined where the world can stay as it is.
 */
export function assumeDialledPort(world: World, { dialHost, dialPort }: HttpRequest): string | undefined {
  const [name, namespace] = dialHost.split('.')
  const dialled = world.assumed.find(
    resource =>
      resource.kind === 'Service' &&
      resource.name === name &&
      (namespace === undefined || resource.namespace === namespace) &&
      !resource.spec.ports.some(({ number }) => number === dialPort),
  )
  if (!dialled) return undefined
  return world.assumed
    .flatMap(resource => {
      const yaml = resource.assumed?.yaml.trimEnd()
      if (yaml === undefined) return []
      return resource === dialled ? [`${yaml}\n  - name: http-dialled\n    port: ${String(dialPort)}`] : [yaml]
    })
    .join('\n---\n')
}
