import type { ReactNode } from 'react'
import { arcPathData } from '../../render/index.ts'
import type { PodDot, PodState } from '../../scene/index.ts'
import { stateWords, stayLeft } from '../../scene/index.ts'
import type { Drawing } from './drawing.ts'
import { Words } from './Words.tsx'
import styles from './parts.module.css'

const RING = 3
/** From this radius on there is room for larger figures. */
const LARGE = 16
/** A pod that is out is smaller by this: its edge is the ring. */
const INSET = 1

interface PodProps {
  readonly pod: PodDot
  readonly x: number
  readonly y: number
  readonly radius: number
  readonly drawing: Drawing
}

/** A pod as this sidecar sees it: filled with the number of requests in flight; out, with the time left; hollow where it is not ready. */
export function PodMark({ pod, x, y, radius, drawing }: PodProps): ReactNode {
  const { moment, tally, steps, pools } = drawing
  const state = moment.pods.get(pod.id)
  const kind = kindOf(pod, state)
  const busy = pools?.pods.get(pod.id)?.inFlight
  // A visit is shown for as long as one needs to see it, a number is of the requests that were there at once.
  const isVisited = (tally.inFlight.get(pod.id) ?? 0) > 0
  const left = stayLeft(state, moment.nowMs)
  const seconds = Math.ceil(left.ms / 1000)
  const part = steps && left.ms > 0 ? (left.part * seconds * 1000) / left.ms : left.part
  const isBack = state?.kind === 'back' && stateWords(state, moment.nowMs) !== undefined
  const look =
    kind === 'out'
      ? 'podOut'
      : kind === 'not-ready'
        ? 'podNotReady'
        : (busy ?? 0) > 0
          ? 'pod'
          : isVisited
            ? 'podVisited'
            : 'podIdle'
  const isLarge = radius >= LARGE
  const isFaulty = kind === 'ready' && (moment.faults?.get(pod.id)?.length ?? 0) > 0
  return (
    <g data-pod={pod.name} data-state={isBack ? 'back' : isFaulty ? 'faulty' : kind}>
      <circle className={styles[look]} cx={x} cy={y} r={kind === 'out' ? radius - INSET : radius} />
      {kind === 'out' && (
        <>
          <circle className={styles['stayTrack']} cx={x} cy={y} r={radius + 1} />
          <path className={styles['stay']} d={arcPathData(x, y, radius + 1, Math.min(1, part))} />
        </>
      )}
      {isBack && <circle className={styles['backRing']} cx={x} cy={y} r={radius + RING} />}
      {isFaulty && <circle className={styles['faultRing']} cx={x} cy={y} r={radius} />}
      {kind !== 'not-ready' && (
        <Words
          x={x}
          y={y + (isLarge ? 5 : 4)}
          size={!isLarge ? 11 : kind === 'out' ? 13 : 15}
          mono={kind !== 'out'}
          ink={kind === 'out' ? '2' : 'ok'}
          anchor="middle"
        >
          {kind === 'out' ? stayText(seconds, isLarge) : busy === 0 && !isLarge && isVisited ? '' : String(busy ?? '')}
        </Words>
      )}
    </g>
  )
}

/** `4s`, `2m`; `4 s` where there is room. A number without its unit would be taken for requests. */
const stayText = (seconds: number, isLarge: boolean): string => {
  const [n, unit] = seconds < 100 ? [seconds, 's'] : [Math.ceil(seconds / 60), isLarge ? 'min' : 'm']
  return `${n}${isLarge ? ' ' : ''}${unit}`
}

function kindOf({ ready }: PodDot, state: PodState | undefined): 'ready' | 'out' | 'not-ready' {
  if (!state) return ready ? 'ready' : 'not-ready'
  if (state.kind === 'out') return 'out'
  return state.kind === 'not-ready' || state.kind === 'gone' ? 'not-ready' : 'ready'
}
