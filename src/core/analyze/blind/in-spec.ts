import type { Path } from '../../base/origin.ts'
import type { Reader } from '../../resources/index.ts'

/** Where a value of a spec stands in its resource. */
export const inSpec = (reader: Reader): Path => ['spec', ...reader.path]
