import type { Headline } from '../scene/index.ts'
import { SCENARIOS } from '../scenarios/index.ts'
import controls from '../ui/controls.module.css'
import styles from './App.module.css'

export interface EmptyStageProps {
  readonly ready: boolean
  readonly headline: Headline
  /** The best repair, or the way to what cannot be read. */
  readonly fix: { readonly label: string; readonly run: () => void } | undefined
  readonly onChoose: (id: string) => void
}

/** Where there is nothing to show yet: how to begin. */
export function EmptyStage({ ready, headline, fix, onChoose }: EmptyStageProps) {
  if (!ready)
    return (
      <p className={styles['waiting']} role="status">
        Working out where requests go
      </p>
    )
  return (
    <div className={styles['emptyWords']}>
      <h1 data-testid="headline">{headline.title}</h1>
      <p>{headline.detail}</p>
      <p className={styles['empty']}>
        {fix && (
          <button type="button" className={controls['ink']} onClick={fix.run}>
            {fix.label}
          </button>
        )}
        {SCENARIOS.slice(0, 3).map(({ id, title }) => (
          <button
            key={id}
            type="button"
            className={controls['box']}
            onClick={() => {
              onChoose(id)
            }}
          >
            {title}
          </button>
        ))}
      </p>
    </div>
  )
}
