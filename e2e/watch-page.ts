import type { Page } from '@playwright/test'

/** Collects everything that a page at rest must not do; the list fills while the page lives. */
export function watchPage(page: Page, origin: string): readonly string[] {
  const complaints: string[] = []
  const watch = (opened: Page) => {
    opened.on('console', message => complaints.push(`console ${message.type()}: ${message.text()}`))
    opened.on('pageerror', error => complaints.push(`page error: ${error.stack ?? error.message}`))
    opened.on('crash', () => complaints.push('the page crashed'))
    opened.on('websocket', socket => complaints.push(`web socket: ${socket.url()}`))
  }
  watch(page)
  page.context().on('page', watch)
  page.context().on('request', request => {
    const { protocol, origin: asked } = new URL(request.url())
    if (protocol !== 'data:' && protocol !== 'blob:' && asked !== origin) complaints.push(`request: ${request.url()}`)
  })
  page.context().on('requestfailed', request => {
    const why = request.failure()?.errorText ?? 'unknown'
    if (why !== 'net::ERR_ABORTED') complaints.push(`request failed: ${request.url()} ${why}`)
  })
  return complaints
}
