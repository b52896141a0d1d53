import type { Picture } from '../worker/protocol.ts'

/** From so many services on a text is first seen as a whole. */
const LARGE = 20

/** Whether a text is rather seen from above than by one of its callers: many services, and several of them call. */
export const asksForMap = ({ services, traffic }: Pick<Picture, 'services' | 'traffic'>): boolean =>
  services >= LARGE && new Set(traffic.clients.map(({ proxy }) => proxy)).size > 1
