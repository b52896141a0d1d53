import { PROBLEMS } from '../help/address.ts'
import type { ViewStore } from '../state/index.ts'

export const FIDELITY = '#/fidelity'
/** As `share` has it, which is not loaded to know that there is no link. */
export const LINK = '#/s/'

/** Pages over the app, by the beginning of their addresses. */
const PAGES = [
  { dialog: 'fidelity', root: FIDELITY },
  { dialog: 'problems', root: PROBLEMS },
] as const

type PageDialog = (typeof PAGES)[number]['dialog']

/** The fragment that had the address before a page, for when the page is left. */
let behind = ''

function pageAt(hash: string): PageDialog | undefined {
  return PAGES.find(({ root }) => hash === root || hash.startsWith(`${root}/`))?.dialog
}

/** Shows what the address names, now and whenever it changes. */
export function followAddress(view: ViewStore): void {
  const follow = () => {
    const { hash } = location
    const dialog = pageAt(hash)
    if (!dialog) behind = hash
    const shown = view.getState().dialog
    if (dialog) view.getState().show({ dialog, address: hash })
    else if (PAGES.some(page => page.dialog === shown)) view.getState().show({ dialog: undefined })
  }
  addEventListener('hashchange', follow)
  follow()
}

/** The lesson that an address names, and its step from 0; an empty one: the list of them. Undefined: it names no lesson. */
export function lessonAt(hash: string): { readonly id?: string; readonly step?: number } | undefined {
  const [isLesson, id, step] = /^#\/lessons(?:\/([\w-]{1,80})(?:\/(\d{1,2}))?)?$/.exec(hash) ?? []
  if (isLesson === undefined) return undefined
  return { ...(id !== undefined && { id }), ...(step !== undefined && { step: Number(step) - 1 }) }
}

export function goTo(root: string): void {
  location.hash = root
}

const replaceFragment = (hash: string) => {
  history.replaceState(null, '', location.pathname + location.search + hash)
}

/** What the address says while no page is over the app; the browser's history keeps no step for it. */
export function setFragment(hash: string): void {
  behind = hash
  if (!pageAt(location.hash)) replaceFragment(hash)
}

/** Back to the address without this page; the browser's history keeps no step for it. */
export function leavePage(dialog: PageDialog): void {
  if (pageAt(location.hash) === dialog) replaceFragment(behind)
}

/** The address no longer says this, also not behind a page. */
export function dropFragment(hash: string): void {
  if (behind === hash) behind = ''
  if (location.hash === hash) replaceFragment('')
}
