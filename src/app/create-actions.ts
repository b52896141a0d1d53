import type { Fix } from '../core/base/diagnostic.ts'
import type { Breaks, LocatedDiagnostic, Repair } from '../state/index.ts'
import type { Stores } from '../ui/stores.ts'
import type { Engine } from '../worker/engine-client.ts'
import { breakActions } from './break-actions.ts'
import { holeActions } from './hole-actions.ts'
import type { Actions } from './keys/actions.ts'
import { presentActions } from './present-actions.ts'
import { reachActions } from './reach-actions.ts'
import type { Reach } from './reach.ts'
import { shareActions } from './share-actions.ts'
import { teachActions } from './teach-actions.ts'
import { textActions } from './text-actions.ts'
import { timeActions } from './time-actions.ts'
import { viewActions } from './view-actions.ts'

export interface PageActions extends Actions {
  readonly focusOn: (number: number) => void
  /** To another moment of the run. */
  readonly seek: (atMs: number) => void
  /** Follows a request and goes to a moment at which it can be seen. */
  readonly visit: (number: number) => void
  /** Its likeliest repair, or the one that is chosen. */
  readonly fix: (diagnostic: LocatedDiagnostic, fix?: Fix) => void
  readonly reveal: (diagnostic: LocatedDiagnostic) => void
  /** One of a hole's card: done in one step, which undo takes back. */
  readonly repair: (repair: Repair) => void
  /** Opens the card of a hole, and follows a request that died there. */
  readonly openHole: (request: number | undefined) => void
  /** Adds a request that a rule of the stage takes, or says why there is none. */
  readonly reachRow: (row: string) => Promise<void>
  /** Goes back to the hole. */
  readonly closeHole: () => void
  readonly openExample: (id: string) => void
  /** A text of a help page takes the place of the one in the editor. */
  readonly tryOut: (text: string, title: string) => void
  readonly writeAssumed: () => Promise<void>
  /** What another text would come to. */
  readonly measure: Engine['measure']
  /** What can be done now to something on the stage; undefined: nothing. */
  readonly breaksOf: (id: string) => Promise<Breaks | undefined>
  /** Does it at the shown moment, which stays: the text says so from now on. */
  readonly breakIt: (id: string, kind: Breaks['choices'][number]['kind']) => Promise<void>
  /** The list of lessons, or out of them. */
  readonly toggleLessons: () => void
  readonly listLessons: () => void
  /** At a step, from 0; without one where it was left. */
  readonly openLesson: (id: string, step?: number) => void
  readonly copy: (text: string) => Promise<void>
  /** Opens what the address holds, if that is a link. */
  readonly followLink: () => Promise<void>
  /** Of a file or several: a text, or a whole state. */
  readonly openFile: (text: string, name: string) => Promise<void>
  /** A text pasted beside every field takes the place of the one in the editor. */
  readonly pasteOver: (text: string) => void
  /** The section that the Proxy tab shows, as Envoy's JSON. */
  readonly proxyJson: () => Promise<string>
}

/** Everything that keys and buttons do, over the stores. */
export function createActions(stores: Stores, reach: Reach, engine: Engine): PageActions {
  const time = timeActions(stores)
  const presenting = presentActions(stores, reach)
  const view = viewActions(stores, reach)
  const { liftSpot, joinLesson, ...teaching } = teachActions(stores, reach)
  return {
    ...textActions(stores, reach, engine),
    ...breakActions(stores, reach, engine),
    ...time,
    ...presenting,
    ...view,
    ...teaching,
    escape: () => {
      if (!liftSpot()) view.escape()
    },
    ...holeActions(stores, reach, time.focusOn),
    measure: engine.measure,
    ...reachActions(stores, engine),
    ...shareActions(stores, reach, { present: presenting.present, joinLesson }),
    proxyJson: () => engine.proxyJson(stores.proxy.getState().section, undefined),
  }
}
