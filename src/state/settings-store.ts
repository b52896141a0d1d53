import { createStore } from 'zustand/vanilla'

export type Theme = 'light' | 'dark'

export interface SettingsData {
  readonly theme: Theme
  /** Undefined: as the system asks. */
  readonly reducedMotion: boolean | undefined
  readonly editorOpen: boolean
  readonly inspectorOpen: boolean
}

export interface SettingsActions {
  readonly change: (change: Partial<SettingsData>) => void
}

export type SettingsStore = ReturnType<typeof createSettingsStore>

/** How the page looks. */
export function createSettingsStore(initial: SettingsData) {
  return createStore<SettingsData & SettingsActions>()(set => ({
    ...initial,
    change: change => {
      set(change)
    },
  }))
}
