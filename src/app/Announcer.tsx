import { useEffect, useRef, useState } from 'react'
import { newsOf } from './news.ts'
import type { Standing } from './news.ts'

/** At most this often; what came about meanwhile is told in one. */
const SPEAK_EVERY_MS = 5000

/** Speaks, politely, of what came about since it last spoke. */
export function Announcer({ standing }: { readonly standing: Standing }) {
  const [spoken, setSpoken] = useState('')
  const lastMs = useRef(-SPEAK_EVERY_MS)
  const told = useRef<Standing>(undefined)
  const latest = useRef(standing)
  useEffect(() => {
    latest.current = standing
  }, [standing])
  const { of, holes, out, fails, isMet } = standing
  const key = JSON.stringify([of, [...holes.keys()], out, fails, isMet])
  useEffect(() => {
    const tell = () => {
      const words = newsOf(told.current, latest.current)
      told.current = latest.current
      if (words === '') return
      lastMs.current = performance.now()
      setSpoken(words)
    }
    const timer = setTimeout(tell, Math.max(0, lastMs.current + SPEAK_EVERY_MS - performance.now()))
    return () => {
      clearTimeout(timer)
    }
  }, [key])
  return (
    <p className="visually-hidden" aria-live="polite">
      {spoken}
    </p>
  )
}
