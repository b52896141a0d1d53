import { useEffect, useEffectEvent, useRef } from 'react'
import type { Notice as NoticeData } from '../../state/index.ts'
import styles from './Notice.module.css'

const SHOWN_MS = 4000

export interface NoticeProps {
  readonly notice: NoticeData | undefined
  readonly onGone: () => void
  /** Its button was pressed; `from` had the focus before. */
  readonly onUsed: (from: Element | null) => void
}

/** One line in passing, after something the user did; gone after a while, but not from under the pointer or the focus. */
export function Notice({ notice, onGone, onUsed }: NoticeProps) {
  const box = useRef<HTMLDivElement>(null)
  const from = useRef<Element>(null)
  const leave = useEffectEvent(() => {
    if (!box.current?.matches(':hover, :focus-within')) onGone()
  })
  useEffect(() => {
    if (!notice) return
    const timer = setInterval(leave, SHOWN_MS)
    return () => {
      clearInterval(timer)
    }
  }, [notice])
  return (
    <div className={styles['place']} role="status">
      {notice && (
        <div ref={box} className={styles['notice']}>
          <span>{notice.text}</span>
          {notice.action && (
            <button
              type="button"
              onFocus={event => {
                from.current = event.relatedTarget
              }}
              onClick={() => {
                notice.action?.run()
                onGone()
                onUsed(from.current)
                from.current = null
              }}
            >
              {notice.action.title}
            </button>
          )}
        </div>
      )}
    </div>
  )
}
