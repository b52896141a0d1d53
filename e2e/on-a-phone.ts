import type { Page } from '@playwright/test'

/** What a thumb presses off the picture and the text and that has fewer than 44 pixels, by its name. */
export async function tooSmallForThumbs(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('button, select, summary, [role=tab], [role=slider], a[href]')]
      .filter(element => element.checkVisibility() && !element.closest('.monaco-editor'))
      .map(element => ({
        name: element.textContent || element.getAttribute('aria-label'),
        box: element.getBoundingClientRect(),
      }))
      .filter(({ box }) => box.width > 0 && Math.min(box.width, box.height) < 43.9)
      .map(({ name, box }) => `${name ?? ''} ${box.width.toFixed(0)} × ${box.height.toFixed(0)}`),
  )
}

/** Words on the screen that are cut off at their box or at the window, or smaller than 11 pixels; not those of the text itself. */
export async function unreadableWords(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const isShown = (element: Element) =>
      element.checkVisibility() &&
      !element.closest('.monaco-editor, .visually-hidden, svg, title') &&
      [...element.childNodes].some(node => node.nodeType === 3 && node.nodeValue?.trim())
    const range = document.createRange()
    return [...document.querySelectorAll('body *')].filter(isShown).flatMap(element => {
      range.selectNodeContents(element)
      const words = range.getBoundingClientRect()
      const box = element.getBoundingClientRect()
      if (box.width <= 1) return []
      const px = parseFloat(getComputedStyle(element).fontSize)
      const isCut =
        getComputedStyle(element).overflowX !== 'visible' && words.width > box.width + 1 && !element.closest('select')
      const isOut = words.left < -1 || words.right > innerWidth + 1
      const why = [px > 0 && px < 11 && `${String(px)} px`, isCut && 'cut off', isOut && 'out of the window'].filter(
        Boolean,
      )
      return why.length > 0 ? [`${element.textContent}: ${why.join(', ')}`] : []
    })
  })
}
