import { useEffect, useRef, useState } from 'react'

/** A headline is spoken at most this often; the last one always is. */
const SPEAK_EVERY_MS = 5000

/** Speaks the headline when it says something new. Figures that only creep are not news. */
export function Announcer({ text }: { readonly text: string }) {
  const [spoken, setSpoken] = useState('')
  const lastMs = useRef(0)
  const gist = text.replaceAll(/\d+([.,]\d+)?/g, '#')
  const news = useRef({ text })
  useEffect(() => {
    news.current.text = text
  }, [text])
  useEffect(() => {
    const wait = Math.max(0, lastMs.current + SPEAK_EVERY_MS - performance.now())
    const timer = setTimeout(() => {
      lastMs.current = performance.now()
      setSpoken(news.current.text)
    }, wait)
    return () => {
      clearTimeout(timer)
    }
  }, [gist])
  return (
    <p className="visually-hidden" aria-live="polite">
      {spoken}
    </p>
  )
}
