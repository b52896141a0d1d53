import { useStore } from 'zustand'
import controls from '../ui/controls.module.css'
import { useStores } from '../ui/stores.ts'
import styles from './App.module.css'

/** A defect of ours, said plainly; the page goes on with what it has. */
export function Failure() {
  const { document: documentStore, picture } = useStores()
  const failure = useStore(picture, state => state.failure)
  if (failure === undefined) return null
  return (
    <p className={styles['failure']} role="alert">
      Meshscope failed here, not your YAML.
      <button
        type="button"
        className={`${controls['box'] ?? ''} ${controls['small'] ?? ''}`}
        onClick={() => {
          void navigator.clipboard.writeText(`${failure}\n\n${documentStore.getState().text}`)
        }}
      >
        Copy report
      </button>
    </p>
  )
}
