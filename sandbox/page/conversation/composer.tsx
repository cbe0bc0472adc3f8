// Where a message or a slash command is written: Enter sends, arrows choose among what is offered.
import { useEffect, useId, useRef } from 'react'
import type { Screen } from '../client/types.ts'
import { useOperations } from '../client/use-operations.ts'
import { Icon } from '../frame/icons.tsx'
import { Menu } from '../frame/menu.tsx'
import { useWords } from '../words.ts'
import { SuggestionList } from './suggestion-list.tsx'
import { useSuggestions } from './use-suggestions.ts'

export interface ComposerProps {
  /** What the field is called. */
  label: string
  draft: string
  onDraft(text: string): void
  onSend(text: string): void
  commands: Screen['commands']
  shortcuts: Screen['shortcuts']
}

export function Composer({ label, draft, onDraft, onSend, commands, shortcuts }: ComposerProps) {
  const words = useWords()
  const listId = useId()
  const field = useGrowing(draft)
  const { items, chosen, write, onKeyDown } = useSuggestions({
    draft,
    commands: [...commands, ...words.ownCommands],
    onDraft,
    onEnter: send,
  })

  function send() {
    if (draft.trim() === '') return
    onSend(draft.trim())
    write('')
  }
  return (
    <div className="composer">
      {items.length > 0 && (
        <SuggestionList
          id={listId}
          items={items}
          chosen={chosen}
          onPick={({ text }) => {
            write(text)
            field.current?.focus()
          }}
        />
      )}
      <textarea
        ref={field}
        rows={1}
        aria-label={label}
        placeholder={label}
        value={draft}
        role="combobox"
        aria-expanded={items.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={chosen >= 0 && items.length > 0 ? `${listId}-${chosen}` : undefined}
        onChange={({ target }) => write(target.value)}
        onKeyDown={onKeyDown}
      />
      <div className="composer-tools">
        {shortcuts.length > 0 && <ShortcutsMenu shortcuts={shortcuts} />}
        <button
          type="button"
          className="send"
          aria-label={words.send}
          disabled={draft.trim() === ''}
          onClick={send}
        >
          <Icon name="send" />
        </button>
      </div>
    </div>
  )
}

function ShortcutsMenu({ shortcuts }: { shortcuts: Screen['shortcuts'] }) {
  const words = useWords()
  const { perform, say } = useOperations()
  async function start(name: string) {
    const result = await perform<{ acked: boolean; error?: string }>('shortcut', { name })
    if (result?.acked === false) say(words.notTaken(name, result.error ?? ''))
  }
  return (
    <Menu
      label={words.shortcuts}
      face={<Icon name="bolt" />}
      items={shortcuts.map(({ name }) => ({ key: name, label: name, choose: () => start(name) }))}
    />
  )
}

/** A field that is as high as what stands in it. */
function useGrowing(text: string) {
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    const element = field.current
    if (element === null) return
    // Measured with the words in place, so that it shrinks as well.
    element.style.height = 'auto'
    element.style.height = `${text === '' ? 0 : element.scrollHeight}px`
  }, [text])
  return field
}
