import type { Reader } from './reader.ts'
import type { Destination } from './virtual-service-spec.ts'

/** Where a leg or a mirror sends to; the host is empty where the text gives none. */
export function decodeDestination(destination: Reader): Destination {
  return {
    host: destination.string('host') ?? '',
    subset: destination.string('subset') || undefined,
    port: destination.at('port').number('number'),
  }
}
