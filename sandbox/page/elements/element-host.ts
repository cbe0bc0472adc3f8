// What contains an element (a message, the modal, the home tab), and how its interactions reach the local Slack.
import { createContext, useContext } from 'react'
import type { Block, Element } from '../../state/block-kit.ts'
import type { Values } from '../../state/values.ts'
import type { Entry } from '../client/types.ts'

export interface ElementHost {
  values: Values
  /** Error messages of fields, by block id. */
  errors: Readonly<Record<string, string>>
  /** When the values were requested, by performance.now(). */
  askedAt: number
  press(block: Block, element: Element): Promise<void>
  /** Enters or chooses a value and notifies the app. */
  choose(block: Block, element: Element, entry: Entry): Promise<void>
  /** Enters a value that the app receives later. */
  enter(block: Block, element: Element, entry: Entry): Promise<void>
  /** Entries that are being sent; a form waits for them before it is submitted. */
  pending: Set<Promise<unknown>>
}

const ElementHostContext = createContext<ElementHost | null>(null)
export const ElementHostProvider = ElementHostContext.Provider

export function useElementHost(): ElementHost {
  const host = useContext(ElementHostContext)
  if (host === null) throw new Error('useElementHost() needs an ElementHostProvider above it.')
  return host
}

/** A field's heading, for elements that stand in an input block. */
export interface FieldNames {
  /** Id of the heading's element. */
  labelId?: string | undefined
  /** Ids of hint and error. */
  describedBy?: string | undefined
  invalid?: boolean | undefined
}

export interface ElementProps extends FieldNames {
  block: Block
  element: Element
}

/** The accessible name of a field. */
export function namesOf({ element, block, labelId, describedBy, invalid }: ElementProps) {
  const shown = element.placeholder?.text ?? block.text?.text ?? element.action_id
  const spoken = (element.accessibility_label as string | undefined) ?? shown
  return {
    ...(labelId === undefined ? { 'aria-label': spoken } : { 'aria-labelledby': labelId }),
    ...(describedBy === undefined ? {} : { 'aria-describedby': describedBy }),
    ...(invalid ? { 'aria-invalid': true as const } : {}),
  }
}
