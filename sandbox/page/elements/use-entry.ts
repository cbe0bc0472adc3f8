// The value of a field: the local Slack's, or what was just typed until the local Slack has it.
import { useEffect, useRef, useState } from 'react'
import { type Element, type Option, optionsOf } from '../../state/block-kit.ts'
import { contentOfValue } from '../../state/values.ts'
import type { Entry } from '../client/types.ts'
import { type ElementProps, useElementHost } from './element-host.ts'

interface Draft {
  entry: Entry
  /** When the local Slack had it; null while it is being sent. */
  settledAt: number | null
}

/** Options are sent by value, users and conversations by id. `tell` notifies the app at once. */
export function useEntry({ block, element }: ElementProps): {
  entry: Entry
  change(entry: Entry, tell: boolean): Promise<void>
} {
  const host = useElementHost()
  const value = host.values[block.block_id]?.[element.action_id ?? '']
  const [draft, setDraft] = useState<Draft | null>(null)
  const sending = useRef<{ busy: Promise<void> | null; next: { entry: Entry; tell: boolean } | null }>({
    busy: null,
    next: null,
  })
  useEffect(() => {
    if (draft?.settledAt && host.askedAt > draft.settledAt) setDraft(null)
  }, [draft, host.askedAt])

  async function sendAll(): Promise<void> {
    for (let next = sending.current.next; next !== null; next = sending.current.next) {
      sending.current.next = null
      const sent = sentFor(element, next.entry)
      await (next.tell ? host.choose(block, element, sent) : host.enter(block, element, sent))
    }
    sending.current.busy = null
    setDraft((last) => last && { ...last, settledAt: performance.now() })
  }

  async function change(entry: Entry, tell: boolean): Promise<void> {
    setDraft({ entry, settledAt: null })
    // While an entry is being sent, only the last one typed meanwhile is sent next.
    sending.current.next = { entry, tell }
    if (sending.current.busy === null) {
      const busy = sendAll()
      sending.current.busy = busy
      host.pending.add(busy)
      await busy.finally(() => host.pending.delete(busy))
    } else await sending.current.busy
  }

  return { entry: draft ? draft.entry : value === undefined ? null : entryOf(contentOfValue(value)), change }
}

function entryOf(content: unknown): Entry {
  if (Array.isArray(content)) return content.map((one) => String(entryOf(one)))
  if (typeof content !== 'object' || content === null) return (content as Entry | undefined) ?? null
  return 'value' in content ? String((content as Option).value) : textIn(content)
}

/** The words of a rich text. */
function textIn(content: object): string {
  const { text, elements } = content as { text?: string; elements?: object[] }
  if (text !== undefined) return text
  const parts = (elements ?? []).map(textIn)
  return parts.join('type' in content && content.type === 'rich_text' ? '\n' : '')
}

/** Options are chosen by label; where two labels are equal, by value. */
function sentFor(element: Element, entry: Entry): Entry {
  const options = optionsOf(element)
  if (options.length === 0 || entry === null) return entry
  const labelOf = (value: string) => {
    const label = options.find((option) => option.value === value)?.text.text
    const alone = options.filter((option) => option.text.text === label).length === 1
    return label !== undefined && alone ? label : value
  }
  return Array.isArray(entry) ? entry.map(labelOf) : labelOf(String(entry))
}
