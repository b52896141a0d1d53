import { toneOf } from '../../scene/index.ts'
import type { TryBar, Waterfall } from '../../scene/index.ts'
import { ShapeIcon } from '../graph-pane/ShapeMark.tsx'
import { duration } from '../metrics/words.ts'
import inspector from './Inspector.module.css'
import styles from './WaterfallChart.module.css'
import { keyOf, titleOf, tryWords } from './waterfall-words.ts'

/** Where the time of the request went: a bar a try on the request's own time axis. */
export function WaterfallChart({ waterfall }: { readonly waterfall: Waterfall }) {
  const { delayMs, tries, idle } = waterfall
  const lastMs = Math.max(...tries.map(({ fromMs, sentMs, toMs }) => toMs ?? sentMs ?? fromMs), delayMs)
  const endMs = Math.max(waterfall.endMs ?? waterfall.soFarMs ?? lastMs, Number.MIN_VALUE)
  return (
    <section className={`${inspector['section'] ?? ''} ${styles['waterfall'] ?? ''}`} aria-label="Time of the request">
      <h3>{titleOf(waterfall)}</h3>
      <ol>
        {delayMs > 0 && (
          <li>
            <p>
              <span>injected delay</span>
              <span className={styles['ms']}>{duration(delayMs)}</span>
            </p>
            <Track>
              <Piece kind="delay" fromMs={0} toMs={delayMs} endMs={endMs} />
            </Track>
          </li>
        )}
        {tries.map(one => (
          <TryRow key={one.number} one={one} endMs={endMs} />
        ))}
        {idle && (
          <li>
            <p>
              <span>{waterfall.soFarMs === undefined ? 'back-off, and no further try' : 'back-off, until now'}</span>
              <span className={styles['ms']}>{duration(idle.toMs - idle.fromMs)}</span>
            </p>
            <Track>
              <Piece kind="pause" fromMs={idle.fromMs} toMs={idle.toMs} endMs={endMs} />
            </Track>
          </li>
        )}
      </ol>
      <div className={styles['axis']} aria-hidden="true">
        <span>0 ms</span>
        <span>{duration(endMs)}</span>
      </div>
      <ul className={styles['key']} aria-hidden="true">
        {keyOf(waterfall).map(([kind, words]) => (
          <li key={kind}>
            <i className={styles[kind]} />
            {words}
          </li>
        ))}
      </ul>
    </section>
  )
}

function TryRow({ one, endMs }: { readonly one: TryBar; readonly endMs: number }) {
  const { number, pod, pausedFromMs, fromMs, sentMs, outcome, words } = one
  const toMs = one.toMs ?? endMs
  return (
    <li title={tryWords(one)}>
      <p>
        <b>{number}</b>
        <span className={styles['pod']}>{pod ?? 'outside the mesh'}</span>
        <span className={styles['result']} data-tone={outcome && toneOf(outcome)}>
          {outcome && <ShapeIcon outcome={outcome} />} {words}
        </span>
        <span className={styles['ms']}>{duration(toMs - fromMs)}</span>
      </p>
      <Track>
        {pausedFromMs !== undefined && <Piece kind="pause" fromMs={pausedFromMs} toMs={fromMs} endMs={endMs} />}
        <Piece kind="wait" fromMs={fromMs} toMs={sentMs ?? toMs} endMs={endMs} />
        {sentMs !== undefined && (
          <Piece kind="served" fromMs={sentMs} toMs={toMs} endMs={endMs} tone={outcome && toneOf(outcome)} />
        )}
      </Track>
      <span className="visually-hidden">{tryWords(one)}</span>
    </li>
  )
}

const Track = ({ children }: { readonly children: React.ReactNode }) => (
  <div className={styles['track']} aria-hidden="true">
    {children}
  </div>
)

interface PieceProps {
  readonly kind: 'delay' | 'pause' | 'wait' | 'served'
  readonly fromMs: number
  readonly toMs: number
  readonly endMs: number
  readonly tone?: string | undefined
}

/** A stretch of the axis; what is there is never too thin to see. */
function Piece({ kind, fromMs, toMs, endMs, tone }: PieceProps) {
  if (toMs <= fromMs) return null
  const percent = (ms: number): string => `${((100 * ms) / endMs).toFixed(2)}%`
  return (
    <i
      className={styles[kind]}
      data-piece={kind}
      data-tone={tone}
      style={{ left: percent(fromMs), width: `max(${kind === 'served' ? '2px' : '1px'}, ${percent(toMs - fromMs)})` }}
    />
  )
}
