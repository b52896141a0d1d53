import type { Path } from '../../base/origin.ts'
import { perObject } from '../../base/per-object.ts'
import type { Reader } from '../../resources/index.ts'
import type { PlacedItem } from '../cluster/item.ts'

/** A destination of a VirtualService with the path that istioctl looks its line up by. */
export interface NamedDestination {
  readonly fields: Reader
  readonly host: string
  readonly subset: string
  readonly line: Path
  readonly isMirror: boolean
  /** Of `mirror` alone: under `mirrors` the tool looks in the wrong place. */
  readonly isSingleMirror: boolean
}

/** Routes of tcp, tls and http, then mirrors. Istio, getRouteDestinations and getHTTPMirrorDestinations. */
export const destinationsOf = ({ spec }: PlacedItem): readonly NamedDestination[] => destinationsIn(spec)

const destinationsIn = perObject((spec: Reader): readonly NamedDestination[] => {
  const routes = ['tcp', 'tls', 'http'].flatMap(list =>
    spec.list(list).flatMap((rule, i) =>
      rule.list('route').map((route, j) => {
        const line = ['spec', list, i, 'route', j, 'destination', 'host']
        return named(route.at('destination'), line, false, false)
      }),
    ),
  )
  const mirrors = spec
    .list('http')
    .flatMap((rule, i) => [
      ...(rule.at('mirror').isPresent
        ? [named(rule.at('mirror'), ['spec', 'http', i, 'mirror', 'host'], true, true)]
        : []),
      ...rule
        .list('mirrors')
        .map((mirror, j) => named(mirror.at('destination'), ['spec', 'http', i, 'mirrors', j, 'host'], true, false)),
    ])
  return [...routes, ...mirrors]
})

function named(fields: Reader, line: Path, isMirror: boolean, isSingleMirror: boolean): NamedDestination {
  return {
    fields,
    host: fields.string('host') ?? '',
    subset: fields.string('subset') ?? '',
    line,
    isMirror,
    isSingleMirror,
  }
}

/** The path of a value below the resource; readers of a `spec` count from there. */
export const pathInSpec = (reader: Reader): Path => ['spec', ...reader.path]
