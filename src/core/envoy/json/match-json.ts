import type { HeaderMatch, PathMatch, Route, ValueMatch } from '../route.ts'
import { keep, withoutEmpty } from './proto-json.ts'
import type { Json } from './proto-json.ts'

/** Envoy's RouteMatch. A route without a match block of its own says nothing of case. */
export function toMatchJson({ match, matchOrigin }: Route): Json {
  return withoutEmpty({
    ...toPathJson(match.path),
    caseSensitive: matchOrigin ? keep(match.caseSensitive) : undefined,
    headers: match.headers.map(toHeaderMatchJson),
    queryParameters: match.query.map(({ name, match: value }) => ({ name, ...toPresenceOrString(value) })),
  })
}

function toPathJson(path: PathMatch): Json {
  return path.kind === 'safeRegex' ? { safeRegex: { regex: path.value } } : { [path.kind]: keep(path.value) }
}

function toHeaderMatchJson({ name, match, invert, treatMissingAsEmpty }: HeaderMatch): Json {
  return withoutEmpty({
    name,
    ...toPresenceOrString(match),
    invertMatch: invert,
    treatMissingHeaderAsEmpty: treatMissingAsEmpty,
  })
}

function toPresenceOrString(match: ValueMatch): Json {
  return match.kind === 'present' ? { presentMatch: true } : { stringMatch: toStringMatchJson(match) }
}

/** Envoy's StringMatcher. */
export function toStringMatchJson(match: ValueMatch): Json {
  if (match.kind === 'present') return {}
  return match.kind === 'safeRegex' ? { safeRegex: { regex: match.value } } : { [match.kind]: match.value }
}
