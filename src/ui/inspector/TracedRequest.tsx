import type { Explanation } from '../../state/index.ts'
import { ConfirmCommands } from './ConfirmCommands.tsx'
import inspector from './Inspector.module.css'
import { TraceHead } from './TraceHead.tsx'
import type { TracePanelProps } from './TracePanel.tsx'
import styles from './TracePanel.module.css'
import { TraceStep } from './TraceStep.tsx'
import { WaterfallChart } from './WaterfallChart.tsx'

interface TracedRequestProps extends Omit<TracePanelProps, 'explanation' | 'onNext' | 'onLatestLoss'> {
  readonly explanation: Explanation
  readonly onNext: (by: 1 | -1) => void
}

/** What is known of a request: its tries, every step of its way, and how a real cluster shows the same. */
export function TracedRequest(props: TracedRequestProps) {
  const { explanation } = props
  return (
    <>
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
    </>
  )
}
