import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

type Node = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'][number]['nodes'][number]

/** What axe finds against WCAG AA, a line each. */
export async function violationsOf(page: Page, within = 'html'): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page })
    .include(within)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze()
  const lines = violations.map(async ({ id, nodes }) => {
    const real = id === 'target-size' ? await tooSmall(page, nodes) : nodes
    return real.length === 0 ? [] : [`${id}: ${real.map(node => node.target.join(' ')).join(', ')}`]
  })
  return (await Promise.all(lines)).flat()
}

/** axe takes cards that the picture's window cuts off for something that lies over its neighbours: those that it shows count. */
async function tooSmall(page: Page, nodes: readonly Node[]): Promise<readonly Node[]> {
  const isReal = nodes.map(({ target, any }) =>
    page.evaluate(
      ([own, others]) => {
        const box = document.querySelector(own)?.getBoundingClientRect()
        if (!box || box.width < 24 || box.height < 24) return true
        return others.some(other => {
          const element = document.querySelector(other)
          const pane = element?.closest('[data-testid="graph-pane"]')?.getBoundingClientRect()
          const lies = element?.getBoundingClientRect()
          if (!pane || !lies) return true
          const [left, right] = [Math.max(lies.left, pane.left), Math.min(lies.right, pane.right)]
          const [top, bottom] = [Math.max(lies.top, pane.top), Math.min(lies.bottom, pane.bottom)]
          return (
            left < Math.min(right, box.right) &&
            right > box.left &&
            top < Math.min(bottom, box.bottom) &&
            bottom > box.top
          )
        })
      },
      [
        String(target[0]),
        any.flatMap(({ relatedNodes = [] }) => relatedNodes.map(each => String(each.target[0]))),
      ] as const,
    ),
  )
  const real = await Promise.all(isReal)
  return nodes.filter((_, i) => real[i])
}
