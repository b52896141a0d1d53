import { below } from '../base/origin.ts'
import type { Origin } from '../base/origin.ts'
import { refusedOver } from '../base/refused-over.ts'
import type { TextRange } from '../base/text-range.ts'
import { rangeOf } from '../yaml/index.ts'
import type { World } from './world.ts'

/**
 * Absolute offsets of what an origin names. What the cluster keeps stands nowhere in the text: all of it is where the
 * refused resource has its name.
 */
export function rangeIn({ parsed, kept }: Pick<World, 'parsed' | 'kept'>, origin: Origin): TextRange | undefined {
  const refused = refusedOver(kept, origin)
  return rangeOf(parsed, refused ? below(refused.origin, 'metadata', 'name') : origin)
}
