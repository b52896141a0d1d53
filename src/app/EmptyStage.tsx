import { SCENARIOS } from '../scenarios/index.ts'
import controls from '../ui/controls.module.css'
import styles from './App.module.css'

/** Where there is nothing to show yet: how to begin. */
export function EmptyStage({ ready, onChoose }: { readonly ready: boolean; readonly onChoose: (id: string) => void }) {
  if (!ready) return null
  return (
    <div>
      <h1 data-testid="headline">No traffic yet. Paste kubectl output, or start from an example.</h1>
      <p className={styles['empty']}>
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
