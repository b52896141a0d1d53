import { useCallback, useState } from 'react'
import { flushSync } from 'react-dom'
import { useStore } from 'zustand'
import { isNote } from '../state/index.ts'
import { Palette } from '../ui/palette/Palette.tsx'
import type { Command } from '../ui/palette/find-commands.ts'
import { useStores } from '../ui/stores.ts'
import { commandsOf, lineTyped } from './commands.ts'
import type { PageActions } from './create-actions.ts'
import type { useStage } from './use-stage.ts'

interface CommandingProps {
  readonly actions: PageActions
  readonly shown: ReturnType<typeof useStage>
  readonly still: boolean
  readonly canPresent: boolean
  /** Selects a part of the stage and lights up its lines. */
  readonly onSelect: (id: string) => void
}

/** The palette over the stores. */
export function Commanding({ actions, shown, still, canPresent, onSelect }: CommandingProps) {
  const { document: documentStore, picture, playback, selection, settings, view } = useStores()
  const text = useStore(documentStore, state => state.text)
  const { stage, run, latest } = shown
  // As it was when the palette opened: what plays behind it moves nothing in the list.
  const [commands] = useState(() => {
    const problems = (latest?.diagnostics ?? []).filter(one => !isNote(one))
    const isCurrent = picture.getState().text === text
    return commandsOf(
      actions,
      {
        toggleTheme: () => {
          const { theme, change } = settings.getState()
          change({ theme: theme === 'dark' ? 'light' : 'dark' })
        },
        toggleMotion: () => {
          settings.getState().change({ reducedMotion: !still })
        },
        openExamples: () => {
          view.getState().show({ dialog: 'examples' })
        },
        setSpeed: playback.getState().setSpeed,
        lookFrom: ({ proxy }) => {
          selection.getState().lookFrom(proxy)
        },
        goTo: id => {
          onSelect(id)
          view.getState().show({ phoneView: 'picture' })
          requestAnimationFrame(() => {
            document.querySelector<SVGGElement>(`[data-item="${CSS.escape(id)}"]`)?.focus()
          })
        },
      },
      { stage, callers: run?.picture.callers ?? [], problems: isCurrent ? problems : [], text, canPresent },
    )
  })
  const commandFor = useCallback(
    (typed: string): Command | undefined => {
      const place = lineTyped(typed, text)
      return (
        place && {
          id: 'line',
          title: `Line ${String(place.line)}`,
          group: 'Text',
          run: () => {
            const range = { start: place.start, end: place.start }
            settings.getState().change({ editorOpen: true })
            view.getState().show({ phoneView: 'yaml', reveal: { range, cursor: true } })
          },
        }
      )
    },
    [text, settings, view],
  )
  return (
    <Palette
      commands={commands}
      commandFor={commandFor}
      onChoose={command => {
        // The focus goes back to where it was, and from there to where the command takes it.
        flushSync(() => {
          view.getState().show({ dialog: undefined })
        })
        command.run()
      }}
    />
  )
}
