import type { Explanation, LocatedStep } from '../../state/index.ts'
import controls from '../controls.module.css'
import { ConfirmCommands } from './ConfirmCommands.tsx'
import inspector from './Inspector.module.css'
import { TraceHead } from './TraceHead.tsx'
import styles from './TracePanel.module.css'
import { TraceStep } from './TraceStep.tsx'
import { WaterfallChart } from './WaterfallChart.tsx'

export interface TracePanelProps {
  /** As far as it has come at the shown moment. */
  readonly explanation: Explanation | undefined
  readonly onReveal: (step: LocatedStep) => void
  readonly onHover: (step: LocatedStep | undefined) => void
  readonly onNext: (by: 1 | -1) => void
  readonly onLatestLoss: (() => void) | undefined
  readonly onCopy: (text: string) => void
}

/** Why the request in focus went where it went: every step, its reason and the line behind it. */
export function TracePanel(props: TracePanelProps) {
  const { explanation } = props
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
              props.onNext(1)
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
      <TraceHead explanation={explanation} onNext={props.onNext} />
      {explanation.tries && <WaterfallChart waterfall={explanation.tries} />}
      <ol className={styles['steps']}>
        {explanation.steps.map((located, index) => (
          <TraceStep key={index} located={located} onReveal={props.onReveal} onHover={props.onHover} />
        ))}
      </ol>
      {explanation.status === undefined && (
        <p className={`${inspector['section'] ?? ''} ${inspector['note'] ?? ''}`}>
          On its way: what it comes to is told when it has come.
        </p>
      )}
      {explanation.accessLog !== undefined && (
        <div className={`${inspector['section'] ?? ''} ${styles['log'] ?? ''}`}>
          <h3>In the proxy’s access log</h3>
          <code>{explanation.accessLog}</code>
        </div>
      )}
      {explanation.confirm.length > 0 && <ConfirmCommands commands={explanation.confirm} onCopy={props.onCopy} />}
    </div>
  )
}
