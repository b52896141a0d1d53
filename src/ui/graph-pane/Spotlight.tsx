import type { ReactNode } from 'react'
import type { Box } from '../../layout/index.ts'
import type { Spot } from '../../state/index.ts'
import type { Light } from './light-on.ts'
import { Words } from './Words.tsx'
import styles from './Spotlight.module.css'

interface SpotlightProps {
  readonly spot: Pick<Spot, 'title' | 'words'>
  readonly light: Light
}

type CalloutProps = Pick<SpotlightProps, 'spot'> & NonNullable<Light['callout']>

const RADIUS = 14
/** Further than any window reaches. */
const FAR = 100_000

/** Dims all but one card and the holes, and says what number to look at, where there is room for that. It takes no press: what is dim can still be used. */
export function Spotlight({ spot, light: { bright, windows, callout } }: SpotlightProps): ReactNode {
  return (
    <g className={styles['light']} data-testid="lesson-spotlight">
      <path
        className={styles['dim']}
        fillRule="evenodd"
        d={`M${-FAR} ${-FAR}H${FAR}V${FAR}H${-FAR}Z${windows.map(windowPath).join('')}`}
      />
      <rect className={styles['edge']} {...bright} rx={RADIUS} />
      {callout && <Callout spot={spot} {...callout} />}
    </g>
  )
}

function Callout({ spot, stem: [from, to], x, y, width, height }: CalloutProps): ReactNode {
  const middle = x + width / 2
  return (
    <>
      <path className={styles['edge']} d={`M${from.x} ${from.y}L${to.x} ${to.y}`} />
      <rect className={styles['callout']} x={x} y={y} width={width} height={height} rx={10} />
      <g className={styles['words']}>
        <Words x={middle} y={y + 21} size={12} weight={600} anchor="middle">
          {spot.title}
        </Words>
        <Words x={middle} y={y + 38} size={12} anchor="middle">
          {spot.words}
        </Words>
      </g>
    </>
  )
}

function windowPath({ x, y, width, height }: Box): string {
  const [across, down] = [width - 2 * RADIUS, height - 2 * RADIUS]
  const corner = (dx: 1 | -1, dy: 1 | -1): string =>
    `a${RADIUS} ${RADIUS} 0 0 1 ${String(dx * RADIUS)} ${String(dy * RADIUS)}`
  return `M${x + RADIUS} ${y}h${across}${corner(1, 1)}v${down}${corner(-1, 1)}h${-across}${corner(-1, -1)}v${-down}${corner(1, -1)}Z`
}
