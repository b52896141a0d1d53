import type { SharedState } from '../share/index.ts'
import type { ShareChoice } from '../ui/share/share-panel-props.ts'
import type { Stores } from '../ui/stores.ts'
import { toShared } from './shared-traffic.ts'

/** All that the page shows, without what is as on a first visit. */
export function stateNow({ document, lesson, playback, selection, settings, traffic, view }: Stores): SharedState {
  const { text, fileName } = document.getState()
  const { own } = traffic.getState()
  const { run, nowMs, playing } = playback.getState()
  const { proxy, focus, selected, holeOpen, tab } = selection.getState()
  const { callers = [] } = run?.picture ?? {}
  const { lesson: taken, step } = lesson.getState()
  const fromMs = Math.round(run?.picture.log.fromMs ?? 0)
  const atMs = Math.round(nowMs())
  const isKnown = proxy !== undefined && callers.some(caller => caller.proxy === proxy)
  return {
    text,
    name: fileName.slice(0, 500),
    ...(own && { traffic: toShared(own) }),
    ...(isKnown && { proxy }),
    ...(fromMs > 0 && { fromMs }),
    ...(atMs > fromMs && { atMs }),
    ...(!playing && { paused: true }),
    ...(focus !== undefined && { focus }),
    ...(selected !== undefined && { selected }),
    ...(holeOpen && { hole: true }),
    ...(tab !== 'trace' && settings.getState().inspectorOpen && { tab }),
    ...(view.getState().podView && { podView: true }),
    ...(view.getState().asTable && { asTable: true }),
    ...(taken !== undefined && { lesson: `${taken}/${String(step + 1)}` }),
  }
}

/** Which step of which text is presented: a step may have changed the text that its deck was made of. */
export function presentedNow({ presenter }: Stores): Required<Pick<SharedState, 'text' | 'step'>> | undefined {
  const { deck, step } = presenter.getState()
  const [first] = deck
  return step === undefined || !first ? undefined : { text: first.text, step: step + 1 }
}

/** From the start on, playing; or without the request that is followed; or as a presentation, which has moments of its own. */
export function shared(
  state: SharedState,
  { opens, follows }: ShareChoice,
  presented?: ReturnType<typeof presentedNow>,
): SharedState {
  const { focus: _focus, hole: _hole, ...moment } = state
  const { fromMs: _from, atMs: _at, paused: _paused, ...whole } = moment
  switch (opens) {
    case 'presenting':
      return { ...whole, ...(presented ?? { step: 1 }) }
    case 'start':
      return whole
    case 'moment':
      return follows ? state : moment
  }
}

/** The page's address with another fragment. */
export const addressOf = (fragment: string): string => location.origin + location.pathname + location.search + fragment

/** For another page, in the size that a page of text has room for. */
export const frameOf = (address: string, name: string): string =>
  `<iframe src="${attribute(address)}" title="${attribute(`Meshscope: ${name}`)}" width="700" height="450" ` +
  'style="border: 1px solid #ccc; max-width: 100%" loading="lazy" allow="clipboard-write; fullscreen"></iframe>'

const attribute = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
