import { Suspense, lazy } from 'react'
import type { Explanation, LocatedStep } from '../../state/index.ts'
import controls from '../controls.module.css'
import inspector from './Inspector.module.css'
import styles from './TracePanel.module.css'

/** It is not there before somebody follows a request. */
const TracedRequest = lazy(async () => ({ default: (await import('./TracedRequest.tsx')).TracedRequest }))

export interface TracePanelProps {
  /** As far as it has come at the shown moment. */
  readonly explanation: Explanation | undefined
  readonly onReveal: (step: LocatedStep) => void
  readonly onHover: (step: LocatedStep | undefined) => void
  /** Absent: no request is sent. */
  readonly onNext: ((by: 1 | -1) => void) | undefined
  readonly onLatestLoss: (() => void) | undefined
  readonly onCopy: (text: string) => void
}

/** Why the request in focus went where it went: every step, its reason and the line behind it. */
export function TracePanel(props: TracePanelProps) {
  const { explanation, onNext } = props
  if (!onNext)
    return (
      <div className={inspector['section']} data-testid="trace">
        <h3>No requests yet</h3>
        <p className={inspector['note']}>
          Where the text has a service and a caller, each request can be followed here.
        </p>
      </div>
    )
  if (!explanation) {
    return (
      <div className={inspector['section']} data-testid="trace">
        <h3>No request in focus</h3>
        <p className={inspector['note']}>Click a particle, or a hole, to ask why that request went there.</p>
        <p className={styles['buttons']}>
          <button
            type="button"
            className={`${controls['box'] ?? ''} ${controls['small'] ?? ''}`}
            onClick={() => {
              onNext(1)
            }}
          >
            Follow the next request
          </button>
          {props.onLatestLoss && (
            <button
              type="button"
              className={`${controls['box'] ?? ''} ${controls['small'] ?? ''}`}
              onClick={props.onLatestLoss}
            >
              Trace the latest loss
            </button>
          )}
        </p>
      </div>
    )
  }
  return (
    <div data-testid="trace">
      <Suspense>
        <TracedRequest {...props} onNext={onNext} explanation={explanation} />
      </Suspense>
    </div>
  )
}
