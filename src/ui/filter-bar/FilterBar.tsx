import type { ReactNode } from 'react'
import styles from './FilterBar.module.css'

interface FilterBarProps<Choice extends string> {
  /** What is chosen among by the buttons. */
  readonly group: string
  readonly choices: readonly { readonly id: Choice; readonly words: ReactNode }[]
  readonly chosen: Choice | undefined
  readonly onChoose: (choice: Choice) => void
  /** What is found by typing. */
  readonly field: string
  readonly text: string
  readonly onText: (text: string) => void
  readonly shown: number
  readonly total: number
}

/** Over a long list: buttons, a field to find by, and how many rows are left. */
export function FilterBar<Choice extends string>(props: FilterBarProps<Choice>) {
  const { group, choices, chosen, onChoose, field, text, onText, shown, total } = props
  return (
    <div className={styles['bar']}>
      <div role="group" aria-label={group} className={styles['choices']}>
        {choices.map(({ id, words }) => (
          <button
            key={id}
            type="button"
            aria-pressed={id === chosen}
            onClick={() => {
              onChoose(id)
            }}
          >
            {words}
          </button>
        ))}
      </div>
      <input
        type="search"
        aria-label={field}
        placeholder="Find"
        value={text}
        onChange={event => {
          onText(event.target.value)
        }}
      />
      <output aria-live="polite">
        {shown} of {total}
      </output>
    </div>
  )
}
