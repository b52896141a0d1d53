import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { parseRequest } from '../../core/route/index.ts'
import type { HttpRequest } from '../../core/route/index.ts'
import type { RequestClass } from '../../core/simulate/index.ts'
import controls from '../controls.module.css'
import { labelOf, urlOf } from './edit-traffic.ts'
import styles from './TrafficPanel.module.css'

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

export interface RequestFormProps {
  readonly requestClass: RequestClass
  readonly share: number
  readonly onChange: (requestClass: RequestClass) => void
  readonly onRemove: (() => void) | undefined
}

interface Draft {
  readonly method: string
  readonly url: string
  readonly headers: string
}

/** Host is shown among the headers only where it differs from the URL's. */
function draftOf(request: HttpRequest): Draft {
  const url = urlOf(request)
  const lines = [...request.headers].map(([name, value]) => `${name}: ${value}`)
  const plain = parseRequest({ url })
  if (!('error' in plain) && plain.authority !== request.authority) lines.unshift(`host: ${request.authority}`)
  return { method: request.method, url, headers: lines.join('\n') }
}

function readDraft({ method, url, headers }: Draft): HttpRequest | { readonly error: string } {
  const lines = headers.split('\n').filter(line => line.trim() !== '')
  const wrong = lines.find(line => !line.includes(':'))
  if (wrong !== undefined) return { error: `${wrong.trim()} is not a header: write name: value` }
  const pairs = lines.map(line => [line.slice(0, line.indexOf(':')).trim(), line.slice(line.indexOf(':') + 1).trim()])
  return parseRequest({ method, url, headers: Object.fromEntries(pairs) as Record<string, string> })
}

/** One kind of request, editable in place. What cannot be sent says so and changes nothing. */
export function RequestForm({ requestClass, share, onChange, onRemove }: RequestFormProps) {
  const [draft, setDraft] = useState<Draft>(() => draftOf(requestClass.request))
  const [error, setError] = useState<string>()
  const change = (part: Partial<Draft>) => {
    const next = { ...draft, ...part }
    setDraft(next)
    const request = readDraft(next)
    if ('error' in request) {
      setError(request.error)
      return
    }
    setError(undefined)
    onChange({ ...requestClass, request, label: labelOf(request) })
  }
  return (
    <li className={styles['request']}>
      <div className={styles['line']}>
        <b>{requestClass.label}</b>
        <label className={styles['weight']}>
          <span className="visually-hidden">Weight of {requestClass.label}</span>
          <input
            className={controls['input']}
            type="number"
            min={0}
            max={1000}
            value={requestClass.weight}
            onChange={event => {
              const weight = Math.floor(Number(event.target.value))
              if (weight >= 0 && weight <= 1000) onChange({ ...requestClass, weight })
            }}
          />
          <span className={controls['mono']}>{Math.round(share * 1000) / 10} %</span>
        </label>
        <button
          type="button"
          className={`${controls['button'] ?? ''} ${controls['small'] ?? ''} ${styles['remove'] ?? ''}`}
          aria-label={`Remove ${requestClass.label}`}
          disabled={!onRemove}
          onClick={onRemove}
        >
          <Trash2 size={14} strokeWidth={1.75} aria-hidden />
        </button>
      </div>
      <div className={styles['target']}>
        <select
          className={controls['input']}
          aria-label="Method"
          value={draft.method}
          onChange={event => {
            change({ method: event.target.value })
          }}
        >
          {[...new Set([...METHODS, draft.method])].map(method => (
            <option key={method}>{method}</option>
          ))}
        </select>
        <input
          className={controls['input']}
          aria-label="URL"
          spellCheck={false}
          value={draft.url}
          aria-invalid={error !== undefined}
          onChange={event => {
            change({ url: event.target.value })
          }}
        />
      </div>
      <textarea
        className={controls['input']}
        aria-label="Headers, one a line"
        placeholder="header: value"
        spellCheck={false}
        rows={Math.max(1, draft.headers.split('\n').length)}
        value={draft.headers}
        onChange={event => {
          change({ headers: event.target.value })
        }}
      />
      {error !== undefined && (
        <p className={styles['error']} role="alert">
          {error}
        </p>
      )}
    </li>
  )
}
