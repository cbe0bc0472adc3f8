// Fields that are typed into: text of one line or several, numbers, e-mail and web addresses.
import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { Element } from '../../state/block-kit.ts'
import { useWords } from '../words.ts'
import { type ElementProps, namesOf } from './element-host.ts'
import { useEntry } from './use-entry.ts'

const KINDS: Readonly<Record<string, { type: string; inputMode?: 'decimal' | 'numeric' }>> = {
  email_text_input: { type: 'email' },
  url_text_input: { type: 'url' },
}
/** The count of what is left shows from here on. */
const NEARLY_FULL = 20

export function TextInput(props: ElementProps) {
  const { element, block } = props
  const { entry, change } = useEntry(props)
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  const text = String(entry ?? '')
  const when = dispatchMoments(element, block.dispatch_action === true)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || !when.onEnter || event.shiftKey) return
    event.preventDefault()
    void change(text, true)
  }
  useEffect(() => {
    if (element.focus_on_load === true) field.current?.focus()
  }, [element.focus_on_load])
  const shared = {
    ref: field,
    ...namesOf(props),
    value: text,
    placeholder: element.placeholder?.text,
    className: 'text-input',
    onChange: (event: { target: { value: string } }) => void change(event.target.value, when.onCharacter),
    onKeyDown,
  }
  const several = element.multiline === true || element.type === 'rich_text_input'
  return (
    <>
      {several ? (
        <textarea {...shared} rows={3} />
      ) : (
        <input {...shared} {...inputKind(element)} autoComplete="off" />
      )}
      <Left element={element} text={text} />
    </>
  )
}

/** Numbers are typed as text: a browser's number field swallows what is not one, and the user shall see the error. */
function inputKind(element: Element) {
  if (element.type === 'number_input')
    return { type: 'text', inputMode: element.is_decimal_allowed === true ? 'decimal' : 'numeric' } as const
  return KINDS[element.type] ?? { type: 'text' }
}

function Left({ element, text }: { element: Element; text: string }) {
  const words = useWords()
  const most = element.max_length
  if (typeof most !== 'number') return null
  const left = most - [...text].length
  return left > NEARLY_FULL ? null : (
    <span className={left < 0 ? 'left over' : 'left'}>{words.characters(left)}</span>
  )
}

/** Slack tells the app at Enter unless the element asks for every character. */
function dispatchMoments(element: Element, dispatches: boolean): { onEnter: boolean; onCharacter: boolean } {
  const asked = (element.dispatch_action_config as { trigger_actions_on?: string[] } | undefined)
    ?.trigger_actions_on
  const moments = asked ?? ['on_enter_pressed']
  return {
    onEnter: dispatches && moments.includes('on_enter_pressed'),
    onCharacter: dispatches && moments.includes('on_character_entered'),
  }
}
