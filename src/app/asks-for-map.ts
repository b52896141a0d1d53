import type { Stage } from '../scene/index.ts'
import type { Picture } from '../worker/protocol.ts'

/** From so many services on a text is first seen as a whole. */
const LARGE = 20

interface Seen extends Pick<Picture, 'services' | 'traffic'> {
  readonly stage: { readonly client: Pick<Stage['client'], 'sends'> } | undefined
}

/**
 * Whether a text is rather seen from above than by one of its callers: it has many services, and several call, or nobody says who does.
 * Whoever writes down one caller wants to see that one.
 */
export const asksForMap = ({ services, traffic, stage }: Seen): boolean =>
  services >= LARGE &&
  (stage?.client.sends?.assumed !== undefined || new Set(traffic.clients.map(({ proxy }) => proxy)).size > 1)
