import type { ReactNode } from 'react'
import type { Positions } from '../../layout/index.ts'
import type { RuleMark, Seen } from '../../render/index.ts'
import type { Posing, Spot } from '../../state/index.ts'
import type { Course, Headline, Moment, Particle, PoolsNow, Stage, Tally } from '../../scene/index.ts'
import type { Draw } from './DrawTrack.tsx'

/** For keys and commands: the camera, and where the focus goes when what had it is gone. */
export interface StageControls {
  readonly fit: () => void
  readonly zoom: (by: 1 | -1) => void
  readonly focus: () => void
  /** All that is seen, for a picture of it; undefined while there is none. */
  readonly still: () => StageStill | undefined
}

export interface StageStill extends Seen {
  readonly headline: Headline
  readonly tally: Tally
  /** How many requests one particle stands for. */
  readonly perDot: number
}

/** The request that the user follows. */
export interface FocusedRequest {
  readonly number: number
  /** When it left. */
  readonly atMs: number
  readonly course: Course
  /** What it did at each rule, by row id; rows not named were never reached. */
  readonly marks: ReadonlyMap<string, RuleMark>
  /** What was drawn for it among destinations. */
  readonly draw?: Draw | undefined
}

export interface Fix {
  readonly label: string
  readonly run: () => void
}

export interface GraphPaneProps {
  /** Undefined: nothing to show yet; `empty` is shown instead. */
  readonly stage: Stage | undefined
  /** Other for another text, not for a version of the same one: the camera starts anew. */
  readonly opened: number
  /** Cards of a version that the cluster keeps while it refuses the text's. */
  readonly earlier?: ReadonlySet<string> | undefined
  readonly positions: Positions | undefined
  readonly tally: Tally
  /** What holds beside the requests; absent: nothing. */
  readonly moment?: Moment | undefined
  /** What pools and pods have under way; undefined: not known yet. */
  readonly pools?: PoolsNow | undefined
  readonly headline: Headline
  readonly fix?: Fix | undefined
  /** The text cannot be read: the last good picture, dimmed. */
  readonly stale?: boolean | undefined
  /** A new configuration has been computing for a while. */
  readonly busy?: boolean | undefined
  /** Only so that the canvas reads its colours again. */
  readonly theme: string
  readonly reducedMotion: boolean
  /** No particles, counts on lanes: reduced motion, or a pace too fast to follow. */
  readonly countsOnly?: boolean | undefined
  /** While a picture is taken of it. */
  readonly posing?: Posing | undefined
  /** Ids on the stage. */
  readonly hovered: string | undefined
  readonly selected: string | undefined
  readonly focus?: FocusedRequest | undefined
  /** What a lesson speaks of: its card alone stays bright. */
  readonly spot?: Spot | undefined
  /** The spotlight is on. */
  readonly isLit?: boolean | undefined
  /** Called at every frame while playing, and when anything else changes. */
  readonly particlesNow: () => readonly Particle[]
  /** How many requests one of them stands for. */
  readonly perDot: number
  readonly playing: boolean
  /** Says that the paused picture changed (a scrub): repaints once. */
  readonly shownMs: number
  readonly onHover: (id: string | undefined) => void
  readonly onSelect: (id: string | undefined) => void
  /** Something that can be broken was pressed: `at` is where, on the screen. */
  readonly onPress?: ((id: string, at: DOMRect) => void) | undefined
  readonly onPickParticle: (particle: Particle) => void
  /** Writes the assumed thing behind a node into the text. */
  readonly onWriteAssumed?: ((id: string) => void) | undefined
  /** Pods and pools are to be large, or small again. */
  readonly onPodView: (podView: boolean) => void
  /** Asks what became of the latest request that was lost; absent: none is. */
  readonly onTrace?: (() => void) | undefined
  /** Tables are to take the picture's place. */
  readonly onTable: () => void
  /** The size that positions are to be laid out for. */
  readonly onSize: (size: { readonly width: number; readonly height: number }) => void
  /** The picture is to be saved or printed. */
  readonly onExport?: (() => void) | undefined
  /** Hands out the camera's controls while the pane stands. */
  readonly onControls?: ((controls: StageControls | undefined) => void) | undefined
  readonly empty?: ReactNode
  /** For a room: larger, and without what is not of the picture itself. */
  readonly large?: { readonly scale: number } | undefined
}
