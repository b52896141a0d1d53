import { useEffect, useEffectEvent, useState } from 'react'
import { createPortal } from 'react-dom'
import styles from './Presenter.module.css'

/** A screen that somebody holds. */
const IN_HAND = '(max-width: 1023px), (max-height: 559px)'

interface NotesProps {
  /** `3 / 8` */
  readonly at: string
  readonly title: string
  readonly notes: string | undefined
  readonly next: string | undefined
  readonly onClose: () => void
}

/** What the speaker wants to say: in a window of its own, which a projector need not show, else over the picture. */
export function Notes(props: NotesProps) {
  const [host, setHost] = useState<HTMLElement | null>()
  const close = useEffectEvent(props.onClose)
  useEffect(() => {
    // Where a window takes the whole screen it would be in the way.
    const opened = matchMedia(IN_HAND).matches ? null : window.open('', 'meshscope-notes', 'popup,width=640,height=520')
    const place = opened ? furnish(opened) : null
    queueMicrotask(() => {
      setHost(place)
    })
    if (!opened) return
    const onGone = () => {
      close()
    }
    opened.addEventListener('pagehide', onGone)
    return () => {
      opened.removeEventListener('pagehide', onGone)
      opened.close()
    }
  }, [])
  if (host === undefined) return null
  const words = <NoteWords {...props} />
  return host ? createPortal(words, host) : <div className={styles['notes']}>{words}</div>
}

function NoteWords({ at, title, notes, next }: NotesProps) {
  return (
    <section className={styles['noteWords']} aria-label="Notes" data-testid="notes">
      <p>{at}</p>
      <h2>{title}</h2>
      <div>{notes ?? 'No notes for this step.'}</div>
      <p>{next === undefined ? 'This is the last step.' : `Next: ${next}`}</p>
    </section>
  )
}

/** Dressed like the page; its keys are the page's. */
function furnish(opened: Window): HTMLElement {
  const { document: there } = opened
  there.title = 'Notes'
  there.documentElement.lang = 'en'
  there.documentElement.dataset['theme'] = document.documentElement.dataset['theme']
  there.head.replaceChildren(
    ...[...document.querySelectorAll('style, link[rel=stylesheet]')].map(each => there.importNode(each, true)),
  )
  for (const link of there.querySelectorAll('link'))
    link.href = new URL(link.getAttribute('href') ?? '', location.href).href
  there.addEventListener('keydown', ({ key, shiftKey }) => {
    document.dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey, bubbles: true, cancelable: true }))
  })
  const host = there.createElement('main')
  there.body.replaceChildren(host)
  return host
}
