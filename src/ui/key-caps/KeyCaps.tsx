import { Command } from 'lucide-react'
import controls from '../controls.module.css'
import { capsOf, onMac } from './platform-keys.ts'

/** Keys as they are engraved: the faces lack the Command sign, so it is drawn. */
export function KeyCaps({ keys }: { readonly keys: string }) {
  return capsOf(keys, onMac()).map(key => (
    <kbd key={key} className={controls['kbd']}>
      {key === 'Command' ? <Command size={11} strokeWidth={2} aria-label="Command" /> : key}
    </kbd>
  ))
}
