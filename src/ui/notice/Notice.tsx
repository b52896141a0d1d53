import { useEffect } from 'react'
import type { Notice as NoticeData } from '../../state/index.ts'
import styles from './Notice.module.css'

/** One line in passing, after something the user did; gone after a while. */
export function Notice({ notice, onGone }: { readonly notice: NoticeData | undefined; readonly onGone: () => void }) {
  useEffect(() => {
    if (!notice) return
    const timer = setTimeout(onGone, 4000)
    return () => {
      clearTimeout(timer)
    }
  }, [notice, onGone])
  return (
    <div className={styles['place']} role="status">
      {notice && (
        <div className={styles['notice']}>
          <span>{notice.text}</span>
          {notice.action && (
            <button
              type="button"
              onClick={() => {
                notice.action?.run()
                onGone()
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
