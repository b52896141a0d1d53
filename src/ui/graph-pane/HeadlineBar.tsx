import { CircleX, Wrench } from 'lucide-react'
import type { ReactNode, Ref } from 'react'
import type { Headline } from '../../scene/index.ts'
import controls from '../controls.module.css'
import type { Fix } from './graph-pane-props.ts'
import styles from './GraphPane.module.css'

interface HeadlineBarProps {
  readonly headline: Headline
  /** It stands for the callout of a spotlight that has no room. */
  readonly isCallout?: boolean
  readonly fix: Fix | undefined
  /** Beside the sentence, on the card: what the picture draws. */
  readonly note: string | undefined
  readonly busy: boolean
  /** On a phone the sentence stands on a card under the picture. */
  readonly asCard: boolean
  readonly stale: boolean
  /** On the card: tells what became of the latest request that was lost. */
  readonly onTrace?: (() => void) | undefined
  readonly box: Ref<HTMLElement>
}

/** The picture in a sentence, why, and at most one button: the best fix. */
export function HeadlineBar({
  headline,
  isCallout = false,
  fix,
  note,
  busy,
  asCard,
  stale,
  box,
  onTrace,
}: HeadlineBarProps): ReactNode {
  const button = fix && (
    <button type="button" className={stale ? controls['box'] : controls['ink']} onClick={fix.run}>
      {!stale && <Wrench size={16} strokeWidth={1.75} aria-hidden="true" />}
      {fix.label}
    </button>
  )
  return (
    <header
      ref={box}
      className={asCard ? styles['headlineCard'] : styles['headline']}
      data-says={isCallout ? '' : undefined}
      data-stage-button=""
    >
      {asCard && fix && <CircleX className={styles['alarm']} size={18} strokeWidth={1.75} aria-hidden="true" />}
      <div className={styles['sentence']}>
        <h1 data-testid="headline">{headline.title}</h1>
        <p>{headline.detail}</p>
        {note !== undefined && <p>{note}</p>}
      </div>
      {button}
      {asCard && fix && !stale && onTrace && (
        <button type="button" className={controls['box']} onClick={onTrace}>
          Show trace
        </button>
      )}
      {busy && <span className={styles['busy']} role="status" aria-label="Still computing" />}
    </header>
  )
}
