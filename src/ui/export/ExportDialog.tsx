import { Clapperboard, FileImage, Printer, Shapes } from 'lucide-react'
import { useId } from 'react'
import type { ReactNode } from 'react'
import type { PicturePart } from '../../state/index.ts'
import controls from '../controls.module.css'
import { Dialog } from '../dialog/Dialog.tsx'
import styles from './ExportDialog.module.css'

export type ExportKind = 'svg' | 'png' | 'gif'

export interface ExportDialogProps {
  readonly open: boolean
  /** Something happens in the picture: there can be a clip of it. */
  readonly moves: boolean
  /** What is taken of a picture that is larger than the window; undefined: all is in view. */
  readonly part: PicturePart | undefined
  /** How much of what is being made is there, 0 to 1; undefined: nothing is being made. */
  readonly made: number | undefined
  readonly onPart: (part: PicturePart) => void
  readonly onSave: (kind: ExportKind) => void
  readonly onStop: () => void
  readonly onPrint: () => void
  readonly onClose: () => void
}

const ICON = { size: 18, strokeWidth: 1.75, 'aria-hidden': true } as const

const KINDS: readonly { readonly kind: ExportKind; readonly icon: ReactNode; readonly name: string; words: string }[] =
  [
    { kind: 'svg', icon: <Shapes {...ICON} />, name: 'SVG', words: 'Lines and letters, sharp at any size' },
    { kind: 'png', icon: <FileImage {...ICON} />, name: 'PNG', words: 'Pixels, two for each of the screen' },
    { kind: 'gif', icon: <Clapperboard {...ICON} />, name: 'Clip', words: 'Four seconds from here on, as a GIF' },
  ]

const PARTS: readonly (readonly [PicturePart, string])[] = [
  ['whole', 'Whole picture'],
  ['seen', 'Only what is in view'],
]

/** What can be taken away of the picture: the moment that it shows, on white, with its sentence. */
export function ExportDialog({ open, moves, part, made, onPart, onSave, onStop, onPrint, onClose }: ExportDialogProps) {
  const name = useId()
  return (
    <Dialog open={open} title="Save the picture" onClose={onClose}>
      <div className={styles['body']}>
        <p>
          {moves ? 'This moment' : 'The map'} on white, with its sentence. Files hold all they need; nothing is
          uploaded.
        </p>
        {part !== undefined && (
          <fieldset className={styles['part']} disabled={made !== undefined}>
            <legend>The picture is larger than the window:</legend>
            {PARTS.map(([value, words]) => (
              <label key={value}>
                <input
                  type="radio"
                  name={name}
                  checked={part === value}
                  onChange={() => {
                    onPart(value)
                  }}
                />
                {words}
              </label>
            ))}
          </fieldset>
        )}
        <ul className={styles['kinds']}>
          {KINDS.filter(({ kind }) => moves || kind !== 'gif').map(({ kind, icon, name, words }) => (
            <li key={kind}>
              <button
                type="button"
                disabled={made !== undefined}
                onClick={() => {
                  onSave(kind)
                }}
              >
                {icon}
                <b>{name}</b>
                <span>{words}</span>
              </button>
            </li>
          ))}
          <li>
            <button type="button" disabled={made !== undefined} onClick={onPrint}>
              <Printer {...ICON} />
              <b>Print</b>
              <span>The picture, its problems and the text</span>
            </button>
          </li>
        </ul>
        {made !== undefined && (
          <div className={styles['making']}>
            <progress aria-label="Made so far" value={made} />
            <button type="button" className={controls['box']} onClick={onStop}>
              Stop
            </button>
          </div>
        )}
      </div>
    </Dialog>
  )
}
