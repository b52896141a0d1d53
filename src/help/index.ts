import type { HelpPage } from './help-page.ts'

export { codeOfLink, problemLink, PROBLEMS } from './address.ts'
export type { Command, HelpPage } from './help-page.ts'
export { readExample, type Example, type ExampleLine } from './read-example.ts'
export { TOPICS, type Topic } from './topics.ts'

const FILES = import.meta.glob<HelpPage>('./pages/*.ts', { eager: true, import: 'page' })

/** Every page, by code: one file a code, and nothing else to write. */
export const PAGES: readonly HelpPage[] = Object.values(FILES).sort((a, b) => (a.code < b.code ? -1 : 1))
