import { Check, Copy } from 'lucide-react'
import { useEffect, useId, useState } from 'react'
import { countText } from '../../core/base/count-text.ts'
import controls from '../controls.module.css'
import { seconds } from '../timeline/clock-text.ts'
import type { ShareChoice, SharePanelProps } from './share-panel-props.ts'
import styles from './SharePanel.module.css'

/** Longer ones are cut off by some chats and mail programs. */
const SAFE_CHARS = 2_000

/** A link, a file, a frame: what each holds and how long it is. */
export function SharePanel(props: SharePanelProps) {
  const { atMs, focus, isPresented, keepsEarlier, longest, linkOf, onSavePicture, onSaveText, onSaveState } = props
  const [choice, setChoice] = useState<ShareChoice>({
    opens: isPresented ? 'presenting' : atMs > 0 ? 'moment' : 'start',
    follows: true,
  })
  const [made, setMade] = useState<Awaited<ReturnType<SharePanelProps['linkOf']>>>()
  const name = useId()
  useEffect(() => {
    let isWanted = true
    void linkOf(choice).then(next => {
      if (isWanted) setMade(next)
    })
    return () => {
      isWanted = false
    }
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `linkOf` says the same as long as the panel is open
  }, [choice])
  const length = made?.link.length ?? 0
  const ways = [
    ...(atMs > 0 ? [['moment', `this moment, ${seconds(atMs, 2)}`] as const] : []),
    ['start', 'the start'] as const,
    ['presenting', `${isPresented ? 'this' : 'its first'} step, presented`] as const,
  ]
  return (
    <div className={styles['panel']}>
      <p>The link holds the text. Nothing is uploaded.</p>
      <fieldset className={styles['choice']}>
        <legend>Opens at</legend>
        {ways.map(([opens, words]) => (
          <label key={opens}>
            <input
              type="radio"
              name={name}
              checked={choice.opens === opens}
              onChange={() => {
                setChoice({ ...choice, opens })
              }}
            />
            {words}
          </label>
        ))}
        {focus !== undefined && choice.opens === 'moment' && (
          <label>
            <input
              type="checkbox"
              checked={choice.follows}
              onChange={event => {
                setChoice({ ...choice, follows: event.target.checked })
              }}
            />
            follows request {focus}
          </label>
        )}
      </fieldset>
      {made && length <= longest && (
        <>
          <Copied title="Link" text={made.link} copy="Copy link" />
          <p className={styles['note']} data-testid="link-length">
            {countText(length)} characters.
            {length > SAFE_CHARS && ' Some chats and mail programs cut off a link this long: better send a file.'}
          </p>
        </>
      )}
      {made && length > longest && (
        <p role="status">
          This text is too long for a link: it would have {countText(length)} characters, and {countText(longest)} is
          the most that every browser opens. Send a file instead.
        </p>
      )}
      {keepsEarlier && (
        <p className={styles['note']}>
          Here the cluster goes on with what it had of refused resources. It is not in the text: who opens it sees them
          left out.
        </p>
      )}
      <h3>As a file</h3>
      <div className={styles['row']}>
        <button type="button" className={controls['box']} onClick={onSaveText}>
          Save the YAML
        </button>
        <button
          type="button"
          className={controls['box']}
          onClick={() => {
            onSaveState(choice)
          }}
        >
          Save all that the link holds
        </button>
      </div>
      <p className={styles['note']}>Dropped on the editor, either opens again.</p>
      {onSavePicture && (
        <>
          <h3>As a picture</h3>
          <div className={styles['row']}>
            <button type="button" className={controls['box']} onClick={onSavePicture}>
              Save or print the picture
            </button>
          </div>
        </>
      )}
      {made && length <= longest && (
        <>
          <h3>In a page of your own</h3>
          <Copied title="Frame" text={made.frame} copy="Copy frame" />
        </>
      )}
    </div>
  )
}

/** A text to copy, also by hand. */
function Copied({ title, text, copy }: { readonly title: string; readonly text: string; readonly copy: string }) {
  const [said, setSaid] = useState<{ readonly of: string; readonly words: string }>()
  const words = said?.of === text ? said.words : ''
  const onCopy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setSaid({ of: text, words: 'Copied' })
    } catch {
      setSaid({ of: text, words: 'The browser did not allow copying. Select the text and copy it.' })
    }
  }
  return (
    <div className={styles['row']}>
      <input
        type="text"
        readOnly
        className={`${controls['input'] ?? ''} ${controls['mono'] ?? ''} ${styles['text'] ?? ''}`}
        aria-label={title}
        value={text}
        onFocus={event => {
          event.currentTarget.select()
        }}
      />
      <button type="button" className={controls['ink']} onClick={() => void onCopy()}>
        {words === 'Copied' ? <Check size={16} aria-hidden /> : <Copy size={16} aria-hidden />}
        {copy}
      </button>
      <span className={styles['said']} role="status">
        {words}
      </span>
    </div>
  )
}
