import { lazy, memo, Suspense } from 'react'
import type { ReactNode, Ref } from 'react'
import type { Lane } from '../../scene/index.ts'
import type { Spot } from '../../state/index.ts'
import { lanePathData } from '../../render/index.ts'
import { Captions } from './Captions.tsx'
import { ClientWords } from './ClientWords.tsx'
import type { Drawing } from './drawing.ts'
import type { FocusedRequest } from './graph-pane-props.ts'
import { count } from './figures.ts'
import { Faces } from './Faces.tsx'
import { Gates } from './Gates.tsx'
import { HoleDepth, HoleMark, HoleWords } from './HoleMark.tsx'
import { EarlierNotes } from './EarlierNotes.tsx'
import { AssumedNotes, Items } from './Items.tsx'
import { isInside, Lanes } from './Lanes.tsx'
import { Links } from './Links.tsx'
import { PodNote } from './PodNote.tsx'
import type { MarkNow } from './marks-by.ts'
import { litPodLanes, podLanes } from './pod-lanes.ts'
import { Pill } from './Pill.tsx'
import { countText, pillText } from './pill-text.ts'
import { ReplyWords } from './ReplyWords.tsx'
import { RuleMarks } from './RuleMarks.tsx'
import { RulesWords, WORDS_IN_RULES } from './RulesWords.tsx'
import { ListenerPort, SidecarBox } from './SidecarBox.tsx'
import type { StageItem } from './stage-items.ts'
import { Spotlight } from './Spotlight.tsx'
import type { Light } from './light-on.ts'
import { SubsetsWords } from './SubsetsWords.tsx'
import { WorkloadWords } from './WorkloadWords.tsx'
import styles from './parts.module.css'

const DrawMeter = lazy(async () => ({ default: (await import('./DrawMeter.tsx')).DrawMeter }))

/** How much of a lane, from 0 to 1, a request has behind it. */
export interface Stretch {
  readonly laneId: string
  readonly part: number
}

interface LowerProps {
  readonly drawing: Drawing
  readonly layer: Ref<SVGGElement>
  readonly lit: ReadonlySet<string> | undefined
  readonly items: readonly StageItem[]
  readonly hovered: string | undefined
  readonly selected: string | undefined
  /** Lanes of the followed request, in its order. */
  readonly course: readonly Stretch[]
  readonly onHover: (id: string | undefined) => void
  readonly onChoose: (id: string, at: DOMRect) => void
  readonly onReveal: (id: string) => void
  readonly lastId: () => string | undefined
  readonly onWriteAssumed: ((id: string) => void) | undefined
}

/** Everything under the particles: box, lanes, cards. */
export const LowerPicture = memo(function LowerPicture(props: LowerProps): ReactNode {
  const { drawing, layer, items, hovered, selected, course, onHover, onChoose, onReveal, lastId, onWriteAssumed } =
    props
  const { stage, positions, moment } = drawing
  const lanes = positions.podView ? podLanes(stage, moment) : stage.lanes
  const lit = positions.podView ? litPodLanes(stage, props.lit) : props.lit
  return (
    <svg className={styles['layer']} role="group" aria-label="Traffic picture">
      <HoleDepth />
      <g ref={layer}>
        <SidecarBox drawing={drawing} />
        <Captions drawing={drawing} />
        <Lanes lanes={lanes.filter(lane => !isInside(stage, lane))} positions={positions} lit={lit} />
        <Faces drawing={drawing} />
        <Lanes lanes={lanes.filter(lane => isInside(stage, lane))} positions={positions} lit={lit} />
        <ClientWords drawing={drawing} />
        {stage.rules.map(card => (
          <RulesWords key={card.id} card={card} drawing={drawing} />
        ))}
        {stage.subsets.map(card => (
          <SubsetsWords key={card.id} card={card} drawing={drawing} />
        ))}
        {stage.workloads.map(workload => (
          <WorkloadWords key={workload.id} workload={workload} drawing={drawing} />
        ))}
        {stage.replies.map(reply => (
          <ReplyWords key={reply.id} reply={reply} drawing={drawing} />
        ))}
        {stage.holes.map(hole => (
          <HoleMark key={hole.id} hole={hole} drawing={drawing} />
        ))}
        {course.map(({ laneId, part }, i) => {
          const path = positions.lanes.get(laneId)
          return (
            path && (
              <path
                key={i}
                className={styles['course']}
                d={lanePathData(path.cubics)}
                {...(part < 1 && { pathLength: 1, strokeDasharray: `${String(part)} 1` })}
              />
            )
          )
        })}
        <Links stage={stage} lanes={lanes} positions={positions} onHover={onHover} />
        <Items
          stage={stage}
          items={items}
          upright={positions.orientation === 'down'}
          hovered={hovered}
          selected={selected}
          onHover={onHover}
          onChoose={onChoose}
          onReveal={onReveal}
          lastId={lastId}
        />
        {onWriteAssumed && (
          <AssumedNotes stage={stage} items={items} active={hovered} onHover={onHover} onWrite={onWriteAssumed} />
        )}
      </g>
    </svg>
  )
})

interface UpperProps {
  readonly drawing: Drawing
  readonly layer: Ref<SVGGElement>
  readonly lit: ReadonlySet<string> | undefined
  readonly marks: ReadonlyMap<string, MarkNow> | undefined
  readonly focus: FocusedRequest | undefined
  /** What is pointed at, else what is chosen. */
  readonly pointed: string | undefined
  readonly spot: Spot | undefined
  /** Of the spot, while it is on. */
  readonly light: Light | undefined
  readonly countsOnly: boolean
}

/** Everything over the particles: ports, marks, numbers on lanes, words of holes. */
export const UpperPicture = memo(function UpperPicture(props: UpperProps): ReactNode {
  const { drawing, layer, marks, focus, pointed, spot, light, countsOnly } = props
  const { stage, positions, moment } = drawing
  const lit = positions.podView ? litPodLanes(stage, props.lit) : props.lit
  const lanes = new Map(stage.lanes.map(lane => [lane.id, lane]))
  return (
    <svg className={`${styles['layer']} ${styles['above']}`}>
      <g ref={layer}>
        <ListenerPort drawing={drawing} />
        {positions.ports.map(({ laneId, box }, i) => {
          const lane = lanes.get(laneId)
          if (!lane || lane.tone === 'idle' || lane.kind === 'mirror') return null
          const dimmed = lit && !lit.has(laneId)
          return (
            <rect
              key={`${laneId}${i}`}
              className={dimmed ? `${styles['port']} ${styles['dimmed']}` : styles['port']}
              x={box.x}
              y={box.y}
              width={box.width}
              height={box.height}
              rx={Math.min(box.width, box.height) / 2}
              fill={`var(--${lane.tone})`}
            />
          )
        })}
        <Gates drawing={drawing} />
        <RuleMarks drawing={drawing} marks={marks} />
        {focus?.draw && (
          <Suspense>
            <DrawMeter focus={focus} draw={focus.draw} drawing={drawing} edges={WORDS_IN_RULES} />
          </Suspense>
        )}
        {(positions.podView ? podLanes(stage, moment) : stage.lanes).map(lane => (
          <LanePill
            key={lane.id}
            lane={lane}
            drawing={drawing}
            countsOnly={countsOnly}
            dimmed={lit?.has(lane.id) === false}
          />
        ))}
        {stage.holes.map(hole => (
          <HoleWords key={hole.id} hole={hole} drawing={drawing} />
        ))}
        <EarlierNotes drawing={drawing} />
        <PodNote id={pointed} drawing={drawing} />
        {spot && light && <Spotlight spot={spot} light={light} />}
      </g>
    </svg>
  )
})

interface LanePillProps {
  readonly lane: Lane
  readonly drawing: Drawing
  readonly countsOnly: boolean
  readonly dimmed: boolean
}

/** Where the gap that a lane crosses is narrower, or it is shorter, only the number has room. */
const SHORT = 120

const COUNTED: ReadonlySet<Lane['kind']> = new Set(['split', 'deliver', 'fall', 'reply', 'mirror'])

/** Set and measured, or where nothing travels how many have come this way. */
function LanePill({ lane, drawing, countsOnly, dimmed }: LanePillProps): ReactNode {
  const { stage, positions, tally } = drawing
  const at = positions.pills.get(lane.id)
  const ink =
    lane.tone === 'lost' || lane.tone === 'app' || lane.tone === 'refused' || lane.tone === 'late' ? lane.tone : '2'
  if (at && lane.setShare !== undefined)
    return <Pill x={at.x} y={at.y} text={pillText(stage, lane, tally)} ink={ink} dimmed={dimmed} />
  // A lane to one pod has the pod's own count.
  const counted = positions.podView && lane.kind === 'deliver' ? lane.to : lane.id
  if (!countsOnly || !COUNTED.has(lane.kind) || (tally.counts.get(counted) ?? 0) === 0) return null
  const path = positions.lanes.get(lane.id)
  const cubic = path?.cubics.at(-1)
  if (!path || !cubic) return null
  const x = (cubic[0] + 3 * cubic[2] + 3 * cubic[4] + cubic[6]) / 8
  const y = (cubic[1] + 3 * cubic[3] + 3 * cubic[5] + cubic[7]) / 8
  const room = positions.orientation === 'across' ? Math.abs(cubic[6] - cubic[0]) : path.length
  return (
    <Pill
      x={x}
      y={y}
      text={room < SHORT ? count(tally.counts.get(counted) ?? 0) : countText(counted, tally)}
      ink={ink}
      dimmed={dimmed}
    />
  )
}
