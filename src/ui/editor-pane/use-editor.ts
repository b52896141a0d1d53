import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { RefObject } from 'react'
import type { EditorHandle } from '../../editor/index.ts'
import { loadEditor } from '../../editor/index.ts'
import type { EditorPaneProps } from './editor-pane-props.ts'
import { afterFirstPaint } from './after-first-paint.ts'

type Places = Readonly<Record<'host' | 'plain', RefObject<HTMLDivElement | null>>>

/** Loads Monaco behind the readable text and puts it in its place: same text, same scroll position. */
export function useEditor(props: EditorPaneProps, { host, plain }: Places) {
  const [editor, setEditor] = useState<EditorHandle>()
  const [failed, setFailed] = useState(false)
  /** Texts that others replaced before there was an editor to undo that. */
  const earlier = useRef<string[]>([])
  /** Texts that were handed out and have not come back as `text` yet: they must not be taken for someone else's. */
  const onTheWay = useRef<string[]>([])

  const emit = useEffectEvent((text: string) => {
    onTheWay.current.push(text)
    props.onTextChange(text)
  })
  const moveCursor = useEffectEvent((offset: number) => props.onCursor(offset))
  const press = useEffectEvent((line: number) => props.onMark?.(line))
  const make = useEffectEvent((create: Awaited<ReturnType<typeof loadEditor>>) => {
    if (!host.current) return undefined
    const texts = [...earlier.current, props.text]
    const made = create(host.current, {
      text: texts[0] ?? props.text,
      theme: props.theme,
      scrollTop: plain.current?.scrollTop ?? 0,
    })
    for (const text of texts.slice(1)) made.setText(text, { undoable: true })
    return made
  })

  useEffect(() => {
    let made: EditorHandle | undefined
    let wanted = true
    const cancel = afterFirstPaint(() => {
      loadEditor()
        .then(create => {
          if (!wanted) return
          made = make(create)
          made?.onChange(emit)
          made?.onCursor(moveCursor)
          made?.onMark(press)
          setEditor(made)
        })
        .catch(() => {
          if (wanted) setFailed(true)
        })
    })
    return () => {
      wanted = false
      cancel()
      made?.dispose()
      setEditor(undefined)
    }
  }, [])

  useEffect(() => {
    if (!editor) return
    const seen = onTheWay.current.indexOf(props.text)
    onTheWay.current.splice(0, seen < 0 ? Infinity : seen + 1)
    if (seen >= 0) return
    if (props.text !== editor.getText()) editor.setText(props.text, { undoable: true })
    const shown = editor.getText()
    if (shown !== props.text && !onTheWay.current.includes(shown)) emit(shown)
  }, [editor, props.text])

  return { editor, failed, remember: (text: string) => void earlier.current.push(text) }
}
