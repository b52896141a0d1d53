import type { EventQueue, Timer } from './event-queue.ts'

const WINDOW_MS = 1000

export interface DeliveryWindow {
  /**
   * An ejection or a return: delivered at once, with what waits, unless something was delivered within the last second; then
   * a second from now, or with what comes before.
   */
  announce(): void
  /** The list itself changed: delivered at once, with all that waits. */
  deliver(): void
}

/**
 * When the balancer learns of changes. What comes up while one waits is delivered together with it, and each delivery opens
 * the next window. Envoy, cluster_manager_impl.cc, ClusterManagerImpl::scheduleUpdate, update_merge_window [D8] [D9].
 */
export function createDeliveryWindow(queue: EventQueue, onDelivery: () => void): DeliveryWindow {
  let lastMs = -Infinity
  let waiting: Timer | undefined
  function deliver(): void {
    if (waiting) waiting.cancelled = true
    waiting = undefined
    lastMs = queue.nowMs()
    onDelivery()
  }
  return {
    deliver,
    announce() {
      const now = queue.nowMs()
      // Envoy compares whole milliseconds.
      if (Math.floor(now - lastMs) > WINDOW_MS) deliver()
      else waiting ??= queue.at(now + WINDOW_MS, deliver)
    },
  }
}
