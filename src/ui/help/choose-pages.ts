import type { HelpPage, Topic } from '../../help/index.ts'
import { TOPICS } from '../../help/index.ts'

export type Order = 'code' | 'topic'

export interface PageGroup {
  readonly heading: string
  readonly pages: readonly HelpPage[]
}

/** Pages that hold every word of `text` in their code, title, subject or first sentence, by code or by subject. */
export function choosePages(pages: readonly HelpPage[], order: Order, text: string): readonly PageGroup[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  const chosen = pages.filter(({ code, title, topic, what }) => {
    const said = `${code} ${title} ${TOPICS[topic]} ${what}`.toLowerCase()
    return words.every(word => said.includes(word))
  })
  const groups =
    order === 'topic'
      ? (Object.keys(TOPICS) as Topic[]).map(topic => group(TOPICS[topic], chosen, one => one.topic === topic))
      : [
          group('Istio’s codes', chosen, ({ code }) => code.startsWith('IST')),
          group('Meshscope’s own', chosen, ({ code }) => code.startsWith('MX')),
          group('Text that is not taken', chosen, ({ code }) => !/^(IST|MX)/.test(code)),
        ]
  return groups.filter(one => one.pages.length > 0)
}

const group = (heading: string, pages: readonly HelpPage[], fits: (page: HelpPage) => boolean): PageGroup => ({
  heading,
  pages: pages.filter(fits),
})
