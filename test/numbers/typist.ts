// A simulated Slack user who types commands, clicks buttons and submits views. Every reply and view is checked against Slack's limits.

import { expect } from 'vitest'
import { checkMessage } from '../../sandbox/checker/message.ts'
import { checkView } from '../../sandbox/checker/view.ts'
import { BOT } from '../../src/app/features.ts'
import type { Context } from '../../src/core/context.ts'
import type { Person } from '../../src/core/person.ts'
import type { ModalView, RenderedMessage } from '../../src/slack/blocks.ts'
import { runCommand } from '../../src/slack/receivers/dispatch.ts'
import { messageAsModal } from '../../src/slack/receivers/receiver.ts'
import type { FormState, FormValue, SubmitResult } from '../../src/slack/requests.ts'

type Element = Record<string, unknown> & { action_id?: string; value?: string; text?: { text: string } }
type AnyBlock = Record<string, unknown> & {
  block_id?: string
  element?: Element
  elements?: Element[]
  accessory?: Element
  label?: { text: string }
}

export interface Typist {
  replies: RenderedMessage[]
  views: ModalView[]
  command(text: string, channelId?: string, triggerId?: string): Promise<string>
  /** Clicks a button of the last message. */
  click(actionId: string, value?: string): Promise<string>
  /** Clicks the button of the last message that says this. */
  press(label: string): Promise<string>
  /** Types into fields of the last view (by label) and submits it. */
  submit(typed?: Record<string, string>): Promise<SubmitResult>
  /** Closes the view on top: the one below is as it was submitted. */
  back(): void
  /** Chooses in a menu or date picker of the last view that redraws it. */
  choose(label: string, value: string): Promise<void>
  shortcut(): Promise<void>
}

export function typist(context: Context, who: Person): Typist {
  const replies: RenderedMessage[] = []
  const views: ModalView[] = []
  let viewId = 0
  const t = BOT.translator(who.locale)
  const take = (message: RenderedMessage) => {
    expect(checkMessage({ ...message })).toEqual([])
    expect(checkView({ ...messageAsModal(message) })).toEqual([])
    replies.push(message)
  }
  const show = async (view: ModalView) => {
    expect(checkView({ ...view })).toEqual([])
    views.push(view)
  }
  const base = () => ({ who, now: context.clock.now(), t, triggerId: '' })
  const open = async (view: ModalView) => {
    viewId += 1
    await show(view)
  }
  const last = () => views.at(-1)!
  const act = (actionId: string, value: string, view: { state: FormState } | null) =>
    BOT.handlers.actions[actionId.split('#')[0]!]!(
      {
        ...base(),
        open,
        value,
        suffix: '',
        redrawHome: async () => {},
        channelId: 'CANY',
        view: view && { viewId: `V${viewId}`, hash: '', metadata: last().private_metadata ?? '', ...view },
        replyEphemeral: async (message) => take(message),
        later: () => {},
        tellPrivately: async () => true,
        postLiving: async () => null,
        sendFile: async () => true,
        replace: async (message) => take(message),
        push: open,
        update: show,
      },
      context,
    )
  return {
    replies,
    views,
    command: async (text, channelId = 'CANY', triggerId = '') => {
      const before = replies.length
      await runCommand(
        { ...base(), triggerId, open, channelId, rest: text, reply: take },
        BOT.handlers,
        context,
      )
      return replies.length > before ? replies.at(-1)!.text : ''
    },
    click: async (actionId, value) => {
      const last = replies.at(-1)
      const button = last && buttonElements(last).find((element) => element.action_id === actionId)
      if (value === undefined && !button) throw new Error(`No button ${actionId}.`)
      await act(actionId, value ?? button?.value ?? '', null)
      return replies.at(-1)!.text
    },
    press: async (label) => {
      const button = buttonElements(replies.at(-1)!).find(({ text }) => text?.text === label)
      if (!button) throw new Error(`No button “${label}”.`)
      await act(button.action_id!, button.value ?? '', null)
      return replies.at(-1)!.text
    },
    submit: async (typed = {}) => {
      const result = await BOT.handlers.submits[last().callback_id!]!(
        {
          ...base(),
          open,
          metadata: last().private_metadata ?? '',
          state: stateOf(last(), typed),
          viewId: `V${viewId}`,
        },
        context,
      )
      if (result.kind === 'update') await show(result.view)
      if (result.kind === 'push') await open(result.view)
      return result
    },
    back: () => {
      viewId -= 1
      views.pop()
    },
    choose: async (label, value) => {
      const block = (last().blocks as unknown as AnyBlock[]).find((one) => one.label?.text === label)!
      await act(block.element!.action_id!, value, { state: stateOf(last(), { [label]: value }) })
    },
    shortcut: () => BOT.handlers.shortcuts.log_numbers!({ ...base(), open }, context),
  }
}

const buttonElements = ({ blocks }: RenderedMessage): Element[] =>
  (blocks as unknown as AnyBlock[]).flatMap((block) =>
    block.type === 'actions' ? (block.elements ?? []) : block.accessory ? [block.accessory] : [],
  )

/** What the buttons of the last message say. */
export const buttonsOf = ({ replies }: Typist): (string | undefined)[] =>
  buttonElements(replies.at(-1)!).map(({ text }) => text?.text)

/** The form state that Slack returns for a view: initial values, replaced by what was typed. */
function stateOf(view: ModalView, typed: Record<string, string>): FormState {
  const state: Record<string, Record<string, FormValue>> = {}
  for (const { block_id, element, label } of view.blocks as unknown as AnyBlock[]) {
    if (!element || !block_id) continue
    const text = label?.text ?? ''
    const initial = (element.initial_option as { value: string } | undefined)?.value
    const given =
      typed[text] ?? initial ?? element.initial_date ?? element.initial_user ?? element.initial_value ?? null
    const value = given as string | null
    const filled: FormValue =
      element.type === 'users_select'
        ? { type: 'users_select', selected_user: value }
        : element.type === 'static_select' || element.type === 'radio_buttons'
          ? { type: element.type, selected_option: value === null ? null : { value } }
          : element.type === 'datepicker'
            ? { type: 'datepicker', selected_date: value }
            : { type: String(element.type), value: value === '' ? null : value }
    state[block_id] = { [element.action_id!]: filled }
  }
  const labels = (view.blocks as unknown as AnyBlock[]).map((block) => block.label?.text)
  for (const label of Object.keys(typed)) expect(labels).toContain(label)
  return state
}

export const labelsOf = (view: ModalView): string[] =>
  (view.blocks as unknown as AnyBlock[]).flatMap((block) => block.label?.text ?? [])

/** The initial value of a field. */
export const initialOf = (view: ModalView, label: string): unknown => {
  const element = (view.blocks as unknown as AnyBlock[]).find((block) => block.label?.text === label)?.element
  return (
    (element?.initial_option as { value: string } | undefined)?.value ??
    element?.initial_value ??
    element?.initial_date
  )
}

export const wordsIn = (view: ModalView): string => JSON.stringify(view.blocks)
