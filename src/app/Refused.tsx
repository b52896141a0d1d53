import { useStore } from 'zustand'
import controls from '../ui/controls.module.css'
import { useStores } from '../ui/stores.ts'
import styles from './App.module.css'

/** Why a link or a file was not opened; all else stays as it was. */
export function Refused() {
  const { view } = useStores()
  const refused = useStore(view, state => state.refused)
  if (refused === undefined) return null
  return (
    <p className={styles['failure']} role="alert">
      {refused}
      <button
        type="button"
        className={`${controls['box'] ?? ''} ${controls['small'] ?? ''}`}
        onClick={() => {
          view.getState().show({ refused: undefined })
        }}
      >
        Close
      </button>
    </p>
  )
}
