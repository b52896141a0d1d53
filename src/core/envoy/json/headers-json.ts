import type { HeaderMutations, HeaderValue } from '../route.ts'
import { withoutEmpty } from './proto-json.ts'
import type { Json } from './proto-json.ts'

/** Header operations of a route or of one of its clusters, as fields of that message. */
export function toHeadersJson(side: 'request' | 'response', { add, remove }: HeaderMutations): Json {
  return { [`${side}HeadersToAdd`]: add.map(toHeaderValueJson), [`${side}HeadersToRemove`]: remove }
}

/** Appending is what Envoy does where nothing is written. */
function toHeaderValueJson({ name, value, append }: HeaderValue): Json {
  const header = withoutEmpty({ key: name, value })
  return append === 'APPEND_IF_EXISTS_OR_ADD' ? { header } : { header, appendAction: append }
}
